import type { InEachLanguage } from '../domain/language.js';
import type { NoticedTrust } from '../domain/notice.js';
import { fr } from './languages/french.js';
import type { Voice } from './voice.js';

const HOURS_PER_DAY = 24;

/** How one figure is said. */
interface Sentences {
  readonly kept: (kept: string, due: string) => string;
  readonly bleeds: (all: string, came: string, stopped: string) => string;
  readonly confirmed: (confirmed: string, fixed: string) => string;
  readonly within: (days: number, cases: string, voice: Voice) => string;
  readonly answered: (hours: number, voice: Voice) => string;
}

const SENTENCES: InEachLanguage<Sentences> = {
  en: {
    kept: (kept, due) => `Promises kept in the last 12 weeks: ${kept} of ${due}.`,
    bleeds: (all, came, stopped) =>
      `What is not fixed costs ${all} a week; ${came} came this week, ${stopped} stopped.`,
    confirmed: (confirmed, fixed) => `Confirmed by the sponsors: ${confirmed} of ${fixed} fixed.`,
    within: (days, cases, voice) => `85% were confirmed within ${voice.counted(days, 'day', 'days')} (n = ${cases}).`,
    answered: (hours, voice) =>
      `A first answer came after ${span(hours, voice, 'less than an hour', ['hour', 'hours'], ['day', 'days'])}, typically.`,
  },
  de: {
    kept: (kept, due) => `Gehaltene Zusagen in den letzten 12 Wochen: ${kept} von ${due}.`,
    bleeds: (all, came, stopped) =>
      `Was nicht behoben ist, kostet ${all} in der Woche; diese Woche kamen ${came} hinzu, ${stopped} wurden gestoppt.`,
    confirmed: (confirmed, fixed) => `Von den Betroffenen bestätigt: ${confirmed} von ${fixed} behobenen.`,
    within: (days, cases, voice) =>
      `85\u00a0% wurden innerhalb von ${voice.counted(days, 'Tag', 'Tagen')} bestätigt (n = ${cases}).`,
    answered: (hours, voice) =>
      `Eine erste Antwort kam meist nach ${span(hours, voice, 'weniger als einer Stunde', ['Stunde', 'Stunden'], ['Tag', 'Tagen'])}.`,
  },
  fr: {
    kept: (kept, due) => fr`Engagements tenus ces 12 dernières semaines : ${kept} sur ${due}.`,
    bleeds: (all, came, stopped) =>
      fr`Ce qui n’est pas résolu coûte ${all} par semaine ; cette semaine, ${came} de plus et ${stopped} de moins.`,
    confirmed: (confirmed, fixed) =>
      fr`Confirmés par les personnes concernées : ${confirmed} des ${fixed} points résolus.`,
    within: (days, cases, voice) =>
      fr`85 % ont été confirmés en ${voice.counted(days, 'jour', 'jours')} (n = ${cases}).`,
    answered: (hours, voice) =>
      `Une première réponse est arrivée le plus souvent après ${span(hours, voice, 'moins d’une heure', ['heure', 'heures'], ['jour', 'jours'])}.`,
  },
};

/** The trust figures, a sentence each, in the way the meeting says them; what has no case yet is left out. */
export function trustInWords(figures: NoticedTrust, voice: Voice): string[] {
  const { kept, due, fixed, confirmed, withinDays, cases, answerHours } = figures;
  const say = SENTENCES[voice.language];
  const number = (value: number) => voice.number(value);
  const money = (value: number) => voice.money(value, figures.currency);
  return [
    due === 0 ? '' : say.kept(number(kept), number(due)),
    say.bleeds(money(figures.bleeds), money(figures.bleedsNew), money(figures.bleedStopped)),
    fixed === 0 ? '' : say.confirmed(number(confirmed), number(fixed)),
    withinDays === null ? '' : say.within(withinDays, number(cases), voice),
    answerHours === null ? '' : say.answered(answerHours, voice),
  ].filter((sentence) => sentence !== '');
}

function span(
  hours: number,
  voice: Voice,
  lessThanOne: string,
  inHours: readonly [string, string],
  inDays: readonly [string, string],
): string {
  if (hours < 1) return lessThanOne;
  if (hours < HOURS_PER_DAY) return voice.counted(Math.round(hours), ...inHours);
  return voice.counted(Math.round(hours / HOURS_PER_DAY), ...inDays);
}
