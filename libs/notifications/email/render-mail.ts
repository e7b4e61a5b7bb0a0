import { CATEGORIES, type Category } from '../domain/net-move.js';
import type { Notice, NoticedCard } from '../domain/notice.js';
import { escape } from './escape.js';
import { FRAME_WORDS } from './frame-words.js';
import { LAYOUT_HTML } from './layout.html.js';
import { placeOf, say, subjectOf } from './say.js';
import { sectionInHtml, sectionInText } from './sections.js';
import { ANSWERS, STEPS } from './vocabulary.js';
import type { Voice } from './voice.js';
import { oneLine, type Wording } from './wording.js';

/** What all mails of a workspace to one reader have in common. */
export interface MailFrame {
  readonly voice: Voice;
  /** Null: it has no name yet. */
  readonly workspace: string | null;
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
  /** What goes with it as a picture. */
  readonly plot?: MailPlot;
  /** Where the reader answers about one of several pain points. */
  answerUrlOf?(painPointId: string): string | undefined;
}

/** A plot in a mail. */
export interface MailPlot {
  /** The part of the mail, or of the page, that is the picture. */
  readonly src: string;
  /** What is to be seen, for whoever does not see it. */
  readonly alt: string;
  readonly how: string;
  readonly width: number;
  readonly height: number;
}

/** A mail as its reader sees it. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Makes the mail of a notice. The words are the same in both forms; either can be read alone. */
export function renderMail(notice: Notice, frame: MailFrame): RenderedMail {
  const subject = subjectOf(notice, frame.voice);
  const wording = say(notice, frame.voice);
  const parts: Parts = {
    notice,
    wording,
    link: frame.actionUrl ?? frame.publicUrl + placeOf(notice, wording),
    why: whyOf(notice, wording, frame),
    frame,
    words: FRAME_WORDS[frame.voice.language],
    subject,
  };
  return { subject, text: textOf(parts), html: htmlOf(parts) };
}

interface Parts {
  readonly notice: Notice;
  readonly wording: Wording;
  readonly link: string;
  readonly why: string;
  readonly frame: MailFrame;
  readonly words: (typeof FRAME_WORDS)['en'];
  readonly subject: string;
}

function whyOf({ card, part }: Notice, { why }: Wording, { workspace, voice }: MailFrame): string {
  const { because, concerned, sentFor, yourCompany } = FRAME_WORDS[voice.language];
  const company = workspace === null ? yourCompany : oneLine(workspace);
  return `${why ?? (card === null ? concerned : because[part](card.key))} ${sentFor(company)}`;
}

function textOf({ notice: { card }, wording, link, why, frame, words }: Parts): string {
  const { voice, answerUrl } = frame;
  const { first, quote, lines = [], facts = [], sections = [], action } = wording;
  const said = quote === undefined ? [] : [quoteInText(quote, voice)];
  const blocks = [
    ...(quote?.above ? said : []),
    first,
    ...(quote?.above ? [] : said),
    ...lines,
    facts.map(([label, value]) => `${label}${voice.colon} ${value}`).join('\n'),
    ...sections.map((section) => sectionInText(section, frame, voice)),
    ...(frame.plot === undefined ? [] : plotInText(frame.plot, plotLinkOf(wording, frame), voice)),
    ...(answerUrl === undefined ? [`${action}${voice.colon}\n${link}`] : answersInText(answerUrl, voice)),
    card === null ? '' : [`${card.key}  ${oneLine(card.title)}`, stepsInText(card, voice)].filter(Boolean).join('\n'),
    frame.answerable ? words.answerable : '',
    `-- \n${why}`,
    frame.stopUrl === undefined ? '' : `${words.stop}${voice.colon}\n${frame.stopUrl}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The two answers; each leads to the page where it is given, and gives nothing by itself. */
function answersInText(answerUrl: string, { language, colon }: Voice): string[] {
  const { fixed, bleeding } = ANSWERS[language];
  return [`${fixed}${colon}\n${answerUrl}?say=fixed`, `${bleeding}${colon}\n${answerUrl}?say=bleeding`];
}

function quoteInText({ text, by, above }: NonNullable<Wording['quote']>, voice: Voice): string {
  if (above) return voice.quoted(text);
  const lines = text.split('\n').map((line) => `> ${line}`);
  return [...lines, ...(by === null ? [] : [`> (${by})`])].join('\n');
}

function stepsInText({ category }: NoticedCard, { language }: Voice): string {
  if (category === null) return '';
  const names = STEPS[language];
  return CATEGORIES.map((step) => (step === category ? `[${names[step]}]` : names[step])).join(' > ');
}

function htmlOf({ notice: { card }, wording, link, why, frame, words, subject }: Parts): string {
  const { voice, answerUrl } = frame;
  const { first, quote, lines = [], facts = [], action } = wording;
  const said = quote === undefined ? '' : quoteInHtml(quote, voice);
  return fill({
    language: voice.language,
    subject: escape(subject),
    preheader: escape(preheaderOf(wording)),
    workspace: escape(oneLine(frame.workspace ?? '')),
    above: quote?.above ? said : '',
    first: escape(first),
    quote: quote?.above ? '' : said,
    sections: (wording.sections ?? []).map((section) => sectionInHtml(section, frame, voice)).join(''),
    plot: frame.plot === undefined ? '' : plotInHtml(frame.plot, plotLinkOf(wording, frame), voice),
    lines: lines.map((line) => `<p style="margin:14px 0 0">${escape(line)}</p>`).join(''),
    facts: factsInHtml(facts),
    action: answerUrl === undefined ? escape(action) : '',
    fixedUrl: answerUrl === undefined ? '' : escape(`${answerUrl}?say=fixed`),
    fixed: escape(ANSWERS[voice.language].fixed),
    bleedingUrl: answerUrl === undefined ? '' : escape(`${answerUrl}?say=bleeding`),
    bleeding: escape(ANSWERS[voice.language].bleeding),
    link: escape(link),
    card: card === null ? '' : 'yes',
    key: escape(card?.key ?? ''),
    title: escape(oneLine(card?.title ?? '')),
    steps: card === null ? '' : stepsInHtml(card, voice),
    why: withKeyOnOneLine(escape(why), card),
    answerable: frame.answerable ? escape(words.answerable) : '',
    stop: frame.stopUrl === undefined ? '' : escape(words.stop),
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

function quoteInHtml({ text, by, above }: NonNullable<Wording['quote']>, voice: Voice): string {
  const words = escape(above ? voice.quoted(text) : text).replace(/\n/gu, '<br>');
  const who =
    by === null ? '' : `<div class="who" style="font-size:14px;color:#5d6973;padding-top:6px">${escape(by)}</div>`;
  return (
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:separate">' +
    '<tr><td class="quote" bgcolor="#f6f4f0" style="border-left:4px solid #8fa0b0;background-color:#f6f4f0;' +
    'border-radius:0 8px 8px 0;padding:13px 18px;color:#26313b;' +
    `font-size:${above ? 18 : 16}px;word-break:break-word">${words}${who}</td></tr></table>`
  );
}

function plotLinkOf({ plotLeadsTo = '/plots' }: Wording, { publicUrl }: MailFrame): string {
  return publicUrl + plotLeadsTo;
}

/** What the picture shows is said in words where there are no pictures. */
function plotInText({ alt, how }: MailPlot, link: string, { language, colon }: Voice): string[] {
  return [alt, how, `${FRAME_WORDS[language].table}${colon}\n${link}`];
}

function plotInHtml({ src, alt, how, width, height }: MailPlot, link: string, { language }: Voice): string {
  return (
    `<img src="${escape(src)}" alt="${escape(alt)}" width="${width}" height="${height}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;border-radius:8px">` +
    `<div class="soft" style="padding-top:8px;font-size:13px;line-height:1.5;color:#5d6973">${escape(how)} ` +
    `<a class="soft" href="${escape(link)}" style="color:#5d6973">${escape(FRAME_WORDS[language].table)}</a></div>`
  );
}

function factsInHtml(facts: NonNullable<Wording['facts']>): string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ([label, value]) =>
      `<tr><td class="soft" style="padding:3px 18px 3px 0;font-size:14px;color:#5d6973;white-space:nowrap;vertical-align:baseline">${escape(label)}</td>` +
      `<td style="padding:3px 0;font-size:16px;vertical-align:baseline">${escape(value)}</td></tr>`,
  );
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0">${rows.join('')}</table>`;
}

function stepsInHtml({ category, confirmed }: NoticedCard, { language }: Voice): string {
  if (category === null) return '';
  const names = STEPS[language];
  const here = CATEGORIES.indexOf(category);
  const cells = CATEGORIES.map((step, at) => {
    const [bar, label] = stepLooks(step, at - here, confirmed);
    const name = escape(names[step]);
    return {
      bar: `<td class="${bar.name}" bgcolor="${bar.color}" height="6" style="height:6px;line-height:6px;font-size:1px;mso-line-height-rule:exactly;border-radius:3px;background-color:${bar.color}">&nbsp;</td>`,
      label: `<td class="${label.name} step" style="padding-top:6px;font-size:12px;line-height:1.3;word-break:normal;vertical-align:top;color:${label.color}">${at === here ? `<b style="font-weight:700">${name}</b>` : name}</td>`,
    };
  });
  const row = (side: 'bar' | 'label') => `<tr>${cells.map((cell) => cell[side]).join(STEP_GAP)}</tr>`;
  return (
    `<table role="img" aria-label="${escape(FRAME_WORDS[language].standsAt(names[category], here + 1))}" cellpadding="0" cellspacing="0" border="0" width="100%" style="table-layout:fixed;border-collapse:separate">` +
    `${row('bar')}${row('label')}</table>`
  );
}

const STEP_GAP = '<td width="4" style="width:4px;font-size:1px">&nbsp;</td>';

/** Red is for what bleeds, green for what is confirmed; the place is always written as well. */
function stepLooks(step: Category, ahead: number, confirmed: boolean) {
  const soft = { name: 'soft', color: '#5d6973' };
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
