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
