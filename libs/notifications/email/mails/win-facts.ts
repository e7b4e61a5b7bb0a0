import type { InEachLanguage } from '../../domain/language.js';
import type { NoticedWin } from '../../domain/notice.js';
import type { Voice } from '../voice.js';
import { oneLine } from '../wording.js';

const WORDS: InEachLanguage<{ readonly measured: string; readonly before: string; readonly now: string }> = {
  en: { measured: 'Measured', before: 'Before', now: 'Now' },
  de: { measured: 'Gemessen', before: 'Vorher', now: 'Jetzt' },
  fr: { measured: 'Mesure', before: 'Avant', now: 'Maintenant' },
};

/** What was measured of a win, and how it was before and is now. */
export function winFacts({ measure, unit, before, after }: NoticedWin, voice: Voice): [string, string][] {
  const words = WORDS[voice.language];
  const value = (amount: number) => `${voice.number(amount)}${unit === null ? '' : ` ${unit}`}`;
  const facts: [string, string][] = [];
  if (measure !== null) facts.push([words.measured, oneLine(measure)]);
  if (before !== null) facts.push([words.before, value(before)]);
  if (after !== null) facts.push([words.now, value(after)]);
  return facts;
}
