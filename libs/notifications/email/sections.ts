import type { DigestContent, DigestLine } from '../domain/notice.js';
import { escape } from './escape.js';
import { oneLine } from './wording.js';

type Section = DigestContent['sections'][number];

/** Where the lines of a section lead. */
interface Links {
  readonly publicUrl: string;
  answerUrlOf?(painPointId: string): string | undefined;
}

/** A heading with its lines, as plain text. */
export function sectionInText({ title, lines }: Section, links: Links): string {
  const said = lines.map((line) => {
    const link = linkOf(line, links);
    return `- ${wordsOf(line)}${link === undefined ? '' : `\n  ${link}`}`;
  });
  return [title.toUpperCase(), ...said].join('\n');
}

/** A heading with its lines, as the HTML of a mail. */
export function sectionInHtml({ title, lines }: Section, links: Links): string {
  const rows = lines.map(
    (line) => `<tr><td style="padding:6px 0;vertical-align:top">${lineInHtml(line, links)}</td></tr>`,
  );
  return (
    `<p class="ink" style="margin:20px 0 4px;font-size:14px;font-weight:700;color:#1b2528">${escape(title)}</p>` +
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">${rows.join('')}</table>`
  );
}

function lineInHtml(line: DigestLine, links: Links): string {
  const { key, title, text, asks } = line;
  const link = linkOf(line, links);
  const named =
    key === null
      ? ''
      : `<span class="soft" style="color:#66727c">${escape(key)}</span>&nbsp; <a class="ink" href="${escape(link ?? '')}" style="color:#1b2528;font-weight:600">${escape(oneLine(title))}</a>`;
  const more = asks === undefined ? text : 'Say whether it is fixed';
  const said =
    more === '' ? '' : `<div class="soft" style="font-size:15px;color:#4a565a">${escape(oneLine(more, 400))}</div>`;
  return key === null ? `<span style="font-size:15px">${escape(oneLine(text, 400))}</span>` : named + said;
}

function wordsOf({ key, title, text }: DigestLine): string {
  const named = key === null ? '' : `${key}  ${oneLine(title)}`;
  return [named, oneLine(text, 400)].filter((part) => part !== '').join(': ');
}

/** To the page where one answers, or to the pain point. */
function linkOf({ key, asks }: DigestLine, { publicUrl, answerUrlOf }: Links): string | undefined {
  if (key === null) return undefined;
  const answer = asks === undefined ? undefined : answerUrlOf?.(asks);
  return answer ?? `${publicUrl}/board/p/${encodeURIComponent(key)}`;
}
