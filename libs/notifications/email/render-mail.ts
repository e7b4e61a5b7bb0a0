import { CATEGORIES, type Category } from '../domain/net-move.js';
import type { Notice, NoticedCard } from '../domain/notice.js';
import type { Part } from '../domain/notification-rules.js';
import { escape } from './escape.js';
import { LAYOUT_HTML } from './layout.html.js';
import { say, subjectOf } from './say.js';
import { sectionInHtml, sectionInText } from './sections.js';
import { oneLine, quoted, type Wording } from './wording.js';

/** What all mails of a workspace have in common. */
export interface MailFrame {
  readonly workspace: string;
  /** Where people reach Stanch, without a slash at the end. */
  readonly publicUrl: string;
  /** Where the reader answers without signing in, when the mail asks for an answer. */
  readonly answerUrl?: string;
  /** Where the button leads, when it is not to the pain point. */
  readonly actionUrl?: string;
  /** Where the reader ends such mails, signed in or not; absent when the mail was asked for. */
  readonly stopUrl?: string;
  /** Whether an answer to the mail becomes a comment. */
  readonly answerable?: boolean;
  /** Where the reader answers about one of several pain points. */
  answerUrlOf?(painPointId: string): string | undefined;
}

/** A mail as its reader sees it. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const STEP_NAMES: Record<Category, string> = {
  BLEEDING: 'Bleeding',
  PLANNED: 'Planned',
  TREATING: 'Treating',
  CHECKING: 'Checking',
  FIXED: 'Fixed',
};

const BECAUSE: Record<Part, (key: string) => string> = {
  asked: (key) => `you are asked whether ${key} is fixed`,
  raiser: (key) => `you raised ${key}`,
  newcomer: (key) => `you stand behind ${key}`,
  sponsor: (key) => `you stand behind ${key}`,
  owner: (key) => `${key} is in your care`,
  assignee: (key) => `you work on ${key}`,
  lead: () => 'you lead the programme',
  visitor: () => '',
};

/** Said where answers are received. */
const ANSWERABLE = 'Answer this mail to say something about it: all who stand behind it, and IT, can read that.';

/** What leads to the page where one ends such mails. */
const STOP = 'Fewer mails, or none';

/** The two answers, of equal weight; each opens the page where it is given, and gives nothing by itself. */
const CHOICES = [
  ['fixed', 'It is fixed'],
  ['bleeding', 'Still bleeding'],
] as const;

/** Makes the mail of a notice. The words are the same in both forms; either can be read alone. */
export function renderMail(notice: Notice, frame: MailFrame): RenderedMail {
  const subject = subjectOf(notice);
  const wording = say(notice);
  const parts: Frame = {
    notice,
    wording,
    link: linkOf(notice, wording, frame),
    why: whyOf(notice, wording, frame),
    frame,
    subject,
  };
  return { subject, text: textOf(parts), html: htmlOf(parts) };
}

interface Frame {
  readonly notice: Notice;
  readonly wording: Wording;
  readonly link: string;
  readonly why: string;
  readonly frame: MailFrame;
  readonly subject: string;
}

/** To the card; to the one it lives on in when it was merged. */
function linkOf({ card, into }: Notice, { leadsTo }: Wording, { publicUrl, actionUrl }: MailFrame): string {
  if (actionUrl !== undefined) return actionUrl;
  if (leadsTo !== undefined) return publicUrl + leadsTo;
  const key = into?.key ?? card?.key;
  return key === undefined ? publicUrl : `${publicUrl}/board/p/${encodeURIComponent(key)}`;
}

function whyOf({ card, kind, part }: Notice, { why }: Wording, { workspace }: MailFrame): string {
  const company = oneLine(workspace);
  if (kind === 'invited') {
    return `You get this mail because you were invited to the Stanch of ${company}. Not for you? Then leave it alone.`;
  }
  const because = why ?? `because ${card === null ? 'it concerns you' : BECAUSE[part](card.key)}`;
  return `You get this mail ${because}. Stanch sends it for ${company}.`;
}

function textOf({ notice: { card }, wording, link, why, frame }: Frame): string {
  const { first, quote, lines = [], facts = [], sections = [], action } = wording;
  const said = quote === undefined ? [] : [quoteInText(quote)];
  const blocks = [
    ...(quote?.above ? said : []),
    first,
    ...(quote?.above ? [] : said),
    ...lines,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...sections.map((section) => sectionInText(section, frame)),
    frame.answerUrl === undefined
      ? `${action}:\n${link}`
      : CHOICES.map(([say, words]) => `${words}:\n${frame.answerUrl}?say=${say}`).join('\n\n'),
    card === null ? '' : [`${card.key}  ${oneLine(card.title)}`, stepsInText(card)].filter(Boolean).join('\n'),
    frame.answerable ? ANSWERABLE : '',
    `-- \n${why}`,
    frame.stopUrl === undefined ? '' : `${STOP}:\n${frame.stopUrl}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function quoteInText({ text, by, above }: NonNullable<Wording['quote']>): string {
  if (above) return quoted(text);
  const lines = text.split('\n').map((line) => `> ${line}`);
  return [...lines, ...(by === null ? [] : [`> (${by})`])].join('\n');
}

function stepsInText({ category }: NoticedCard): string {
  if (category === null) return '';
  return CATEGORIES.map((step) => (step === category ? `[${STEP_NAMES[step]}]` : STEP_NAMES[step])).join(' > ');
}

function htmlOf({ notice: { card }, wording, link, why, frame, subject }: Frame): string {
  const { first, quote, lines = [], facts = [], action } = wording;
  const said = quote === undefined ? '' : quoteInHtml(quote);
  return fill({
    subject: escape(subject),
    preheader: escape(preheaderOf(wording)),
    workspace: escape(oneLine(frame.workspace)),
    above: quote?.above ? said : '',
    first: escape(first),
    quote: quote?.above ? '' : said,
    sections: (wording.sections ?? []).map((section) => sectionInHtml(section, frame)).join(''),
    lines: lines.map((line) => `<p style="margin:14px 0 0">${escape(line)}</p>`).join(''),
    facts: factsInHtml(facts),
    action: frame.answerUrl === undefined ? escape(action) : '',
    yes: frame.answerUrl === undefined ? '' : escape(`${frame.answerUrl}?say=fixed`),
    no: frame.answerUrl === undefined ? '' : escape(`${frame.answerUrl}?say=bleeding`),
    link: escape(link),
    card: card === null ? '' : 'yes',
    key: escape(card?.key ?? ''),
    title: escape(oneLine(card?.title ?? '')),
    steps: card === null ? '' : stepsInHtml(card),
    why: withKeyOnOneLine(escape(why), card),
    answerable: frame.answerable ? ANSWERABLE : '',
    stop: frame.stopUrl === undefined ? '' : STOP,
    stopUrl: escape(frame.stopUrl ?? ''),
  });
}

/** What mail programs show beside the subject: the same order as in the mail. */
function preheaderOf({ first, quote, lines = [] }: Wording): string {
  const said = quote?.text ?? '';
  return oneLine([...(quote?.above ? [said, first] : [first, said]), ...lines].join(' '), 160);
}

function withKeyOnOneLine(html: string, card: NoticedCard | null): string {
  if (card === null) return html;
  const key = escape(card.key);
  return html.replace(key, () => `<span style="white-space:nowrap">${key}</span>`);
}

function quoteInHtml({ text, by, above }: NonNullable<Wording['quote']>): string {
  const words = escape(above ? quoted(text) : text).replace(/\n/gu, '<br>');
  const who =
    by === null ? '' : `<div class="who" style="font-size:14px;color:#66727c;padding-top:6px">${escape(by)}</div>`;
  return (
    '<div class="quote" style="border-left:4px solid #8fa0b0;background-color:#f6f4f0;border-radius:0 8px 8px 0;' +
    `padding:13px 18px;color:#26313b;font-size:${above ? 18 : 16}px;word-break:break-word">${words}${who}</div>`
  );
}

function factsInHtml(facts: NonNullable<Wording['facts']>): string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ([label, value]) =>
      `<tr><td class="soft" style="padding:3px 18px 3px 0;font-size:14px;color:#66727c;white-space:nowrap;vertical-align:top">${escape(label)}</td>` +
      `<td style="padding:3px 0;font-size:16px">${escape(value)}</td></tr>`,
  );
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0">${rows.join('')}</table>`;
}

function stepsInHtml({ category, confirmed }: NoticedCard): string {
  if (category === null) return '';
  const here = CATEGORIES.indexOf(category);
  const cells = CATEGORIES.map((step, at) => {
    const [bar, label] = stepLooks(step, at - here, confirmed);
    const name = at === here ? `<b style="font-weight:700">${STEP_NAMES[step]}</b>` : STEP_NAMES[step];
    return (
      `<td width="20%" style="padding:0 ${at === 4 ? 0 : 4}px 0 0;vertical-align:top">` +
      `<div class="${bar.name}" style="height:6px;line-height:6px;font-size:0;border-radius:3px;background-color:${bar.color}">&nbsp;</div>` +
      `<div class="${label.name}" style="padding-top:6px;font-size:12px;line-height:1.3;word-break:normal;color:${label.color}">${name}</div></td>`
    );
  });
  return (
    `<table role="img" aria-label="It stands at: ${STEP_NAMES[category]}, step ${here + 1} of 5" cellpadding="0" cellspacing="0" border="0" width="100%" style="table-layout:fixed">` +
    `<tr>${cells.join('')}</tr></table>`
  );
}

/** Red is for what bleeds, green for what is confirmed; the place is always written as well. */
function stepLooks(step: Category, ahead: number, confirmed: boolean) {
  const soft = { name: 'soft', color: '#66727c' };
  if (ahead < 0) return [{ name: 'past', color: '#9fb0bf' }, soft] as const;
  if (ahead > 0) return [{ name: 'ahead', color: '#e6e2da' }, soft] as const;
  if (step === 'BLEEDING')
    return [
      { name: 'red', color: '#c8372d' },
      { name: 'red-label', color: '#b02a21' },
    ] as const;
  if (step === 'FIXED' && confirmed) {
    return [
      { name: 'green', color: '#2f8a57' },
      { name: 'green-label', color: '#23704a' },
    ] as const;
  }
  return [
    { name: 'here', color: '#0e5a63' },
    { name: 'here-label', color: '#1b2528' },
  ] as const;
}

/** Puts the values into the layout, in one pass, so that what a person typed is never read as a place to fill. */
function fill(values: Record<string, string>): string {
  const kept = LAYOUT_HTML.replace(/\[\[if (\w+)\]\]([\s\S]*?)\[\[end \1\]\]/gu, (_all, name: string, inner: string) =>
    values[name] === '' ? '' : inner,
  );
  const nested = kept.replace(/\[\[if (\w+)\]\]([\s\S]*?)\[\[end \1\]\]/gu, (_all, name: string, inner: string) =>
    values[name] === '' ? '' : inner,
  );
  return nested.replace(/\[\[(\w+)\]\]/gu, (_all, name: string) => values[name] ?? '');
}
