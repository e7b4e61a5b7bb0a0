import { createHmac } from 'node:crypto';
import type { Instant } from '@stanch/kernel';
import type { Notice } from '../domain/notice.js';
import { WebhookTemplate } from '../domain/webhook.js';
import type { InEachLanguage } from '../domain/language.js';
import { sayInApp } from '../email/say.js';
import type { Voice } from '../email/voice.js';
import { oneLine } from '../email/wording.js';

/** What a webhook tells, before it is worded for one chat or another. */
export interface WebhookMessage {
  readonly id: string;
  readonly at: Instant;
  readonly notice: Notice;
  readonly publicUrl: string;
  /** The workspace's: a channel has many readers. */
  readonly voice: Voice;
}

/** The body for a template; each chat has its own marks, and each must show what people typed as plain words. */
export function webhookBody(template: WebhookTemplate, message: WebhookMessage): string {
  return JSON.stringify(BODIES[template](message));
}

/** `t=SECONDS,v1=HEX`: HMAC-SHA256 of `SECONDS.BODY` with the secret, so that an old message cannot be sent again. */
export function signatureOf(secret: string, at: Instant, body: string): string {
  const seconds = Math.floor(Date.parse(at) / 1_000);
  const hex = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hex}`;
}

const OPEN: InEachLanguage<string> = { en: 'Open in Stanch', de: 'In Stanch öffnen', fr: 'Ouvrir dans Stanch' };

const BODIES: Record<WebhookTemplate, (message: WebhookMessage) => object> = {
  SLACK: (message) => {
    const { name, url, text } = partsOf(message);
    return { text: url === null ? forSlack(text) : `*<${url}|${forSlack(name)}>*\n${forSlack(text)}` };
  },
  MATTERMOST: (message) => {
    const { name, url, text } = partsOf(message);
    const said = forMarkdown(text);
    return { username: 'Stanch', text: url === null ? said : `**[${forMarkdown(name)}](${url})**\n${said}` };
  },
  TEAMS: (message) => {
    const { name, url, text } = partsOf(message);
    const title = OPEN[message.voice.language];
    const block = (words: string, more: object) => ({
      type: 'TextBlock',
      text: forMarkdown(words),
      wrap: true,
      ...more,
    });
    return {
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            body: [block(name, { weight: 'Bolder' }), block(text, {})],
            actions: url === null ? [] : [{ type: 'Action.OpenUrl', title, url }],
          },
        },
      ],
    };
  },
  JSON: (message) => {
    const { id, at, notice } = message;
    const { url, text } = partsOf(message);
    const { key, title, category } = notice.card ?? {};
    return {
      id,
      at,
      event: notice.kind,
      text,
      by: notice.by,
      painPoint: key === undefined ? null : { key, title, category, url },
    };
  },
};

function partsOf({ notice, publicUrl, voice }: WebhookMessage): { name: string; url: string | null; text: string } {
  const { card } = notice;
  const text = oneLine(sayInApp(notice, voice), 1_000);
  if (card === null) return { name: 'Stanch', url: null, text };
  const name = `${card.key} ${oneLine(card.title)}`;
  return { name, url: `${publicUrl}/board/p/${encodeURIComponent(card.key)}`, text };
}

/** Slack reads `&`, `<` and `>` as marks, among them those that call everybody in a channel. */
function forSlack(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/[*_~`|]/gu, ' ');
}

/** Markdown without effect, and a name after an @ that calls nobody. */
function forMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/gu, '\\$&').replace(/@/gu, '@\u200b');
}
