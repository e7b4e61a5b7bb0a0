import type { Notice, NoticedWin } from '../../domain/notice.js';
import { counted, numberInWords, oneLine, shortened, type Wording, yours } from '../wording.js';

/** Something got better. */
export function winPublished(notice: Notice): Wording {
  const win = notice.win as NoticedWin;
  const more = (notice.count ?? 1) - 1;
  return {
    first: `Something got better for ${yours(notice)}: ${oneLine(win.headline)}`,
    ...(win.quote ? { quote: { text: shortened(win.quote), by: null } } : {}),
    lines: more > 0 ? [`It helps with ${counted(more, 'other pain point')} of yours as well.`] : [],
    facts: factsOf(win),
    action: 'See what got better',
    inApp: `Better: ${oneLine(win.headline)}`,
  };
}

function factsOf({ measure, unit, before, after }: NoticedWin): [string, string][] {
  const value = (amount: number) => `${numberInWords(amount)}${unit === null ? '' : ` ${unit}`}`;
  const facts: [string, string][] = [];
  if (measure !== null) facts.push(['Measured', oneLine(measure)]);
  if (before !== null) facts.push(['Before', value(before)]);
  if (after !== null) facts.push(['Now', value(after)]);
  return facts;
}
