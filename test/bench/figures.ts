import { readFileSync } from 'node:fs';

/** Times of one kind of request, in milliseconds. */
export interface Times {
  p50: number;
  p95: number;
  max: number;
  count: number;
}

/** The value below which this share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function timesOf(values: readonly number[]): Times {
  return {
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    max: Math.max(...values),
    count: values.length,
  };
}

/** The middle one of several rounds, figure by figure: what a neighbour on the machine did to one of them is left out. */
export function middleOf<Result extends object>(rounds: readonly Result[], figures: readonly (keyof Result)[]): Result {
  const middle = { ...(rounds[0] as Result) };
  for (const figure of figures) {
    middle[figure] = percentile(
      rounds.map((round) => Number(round[figure])),
      0.5,
    ) as Result[typeof figure];
  }
  return middle;
}

/** How much memory a process holds now (VmRSS) or held at most (VmHWM), in megabytes. */
export function memoryOf(pid: number, which: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const line = new RegExp(`^${which}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

/** One line of the table: what was reached, what this machine could do at best, and what was aimed at. */
export interface Row {
  what: string;
  cards: number | null;
  reached: number;
  unit: string;
  limit?: { value: number; of: string };
  aim?: { value: number; better: 'lower' | 'higher' };
}

const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

function cells({ what, cards, reached, unit, limit, aim }: Row): string[] {
  const met = aim && (aim.better === 'lower' ? reached <= aim.value : reached >= aim.value);
  return [
    what,
    cards === null ? '' : new Intl.NumberFormat('en-GB').format(cards),
    `${number.format(reached)} ${unit}`,
    limit ? `${number.format(limit.value)} ${unit} (${limit.of})` : '',
    limit && limit.value > 0 ? `${number.format(reached / limit.value)} x` : '',
    aim ? `${aim.better === 'lower' ? '<=' : '>='} ${number.format(aim.value)} ${unit}` : '',
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ];
}

/** All rows as one table for a terminal or a Markdown file. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'cards', 'reached', 'limit, same run', 'ratio', 'aim', ''];
  const lines = [head, ...rows.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  return [drawn[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...drawn.slice(1)].join('\n');
}
