import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PresentTableQuery } from '../../graphql/generated/types.js';
import { useRoomChoices } from './device-choices.js';
import styles from './plot-table.module.css';
import { columnGroups, isOfFigures, rowPages, type TablePage } from './table-pages.js';

type TableOfPlot = Pick<PresentTableQuery['plot']['table'], 'columns' | 'rows'>;

/** More letters than this are words that may be broken into lines. */
const LONGEST_IN_A_LINE = 18;
/** Half the width of a letter, in its size. */
const HALF_A_LETTER = 0.3;
/** No column asks for more room than this, in sizes of its letters: what is longer goes on in the next line. */
const ROOM_FOR_WORDS = 15;
/** A page on which so few rows had room is left to the title. */
const FEWEST_ROWS = 2;

/**
 * The figures behind a plot in columns below their heads, on every page. It is measured as it will be drawn, so that each
 * row is whole; where the room has no place for all columns, the others are on pages of their own, with the first one.
 */
export function PlotTable({ table }: { table: TableOfPlot }) {
  const host = useRef<HTMLDivElement>(null);
  const pages = usePages(host, table);
  const figures = table.columns.map((_, at) => isOfFigures(table.rows.map((row) => row[at] ?? '')));
  const alignOf = (at: number) => (at > 0 && figures[at] ? styles['figure'] : undefined);
  return (
    <div ref={host}>
      {pages?.map(({ page: { columns, from, to }, isNew }) => (
        <table
          key={`${columns.map(({ at }) => at).join(' ')} ${from}`}
          className={`${styles['table']} ${isNew ? styles['new'] : ''}`}
        >
          <colgroup>
            {columns.map(({ at, width }) => (
              <col key={at} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ at }) => (
                <th key={at} scope="col" className={alignOf(at)}>
                  {table.columns[at]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(from, to).map((row, index) => (
              <tr key={from + index}>
                {columns.map(({ at }) =>
                  at === 0 ? (
                    <th key={at} scope="row">
                      {row[at]}
                    </th>
                  ) : (
                    <td key={at} className={alignOf(at)}>
                      {row[at]}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface Placed {
  page: TablePage;
  /** It does not stand below the title, but begins a page. */
  isNew: boolean;
}

/** The pages of a table, measured anew whenever the room, its letters or the figures are others. */
function usePages(host: RefObject<HTMLElement | null>, table: TableOfPlot): Placed[] | undefined {
  const { room } = useRoomChoices();
  const [pages, setPages] = useState<Placed[]>();
  useLayoutEffect(() => {
    const element = host.current;
    const around = element?.closest<HTMLElement>('[data-window]');
    if (!element || !around) return;
    let isOpen = true;
    const measure = () => {
      if (isOpen) setPages(pagesOf(element, around, table));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(around);
    void document.fonts.ready.then(measure);
    return () => {
      isOpen = false;
      sizes.disconnect();
    };
  }, [host, table, room]);
  return pages;
}

function pagesOf(host: HTMLElement, around: HTMLElement, table: TableOfPlot): Placed[] {
  const flow = host.parentElement ?? host;
  const isScrolled = getComputedStyle(flow).columnCount === 'auto';
  const height = isScrolled ? Infinity : around.clientHeight;
  // Where it begins: it may go on at the top of the next pages.
  const taken = (host.getClientRects()[0]?.top ?? 0) - flow.getBoundingClientRect().top;
  const box = document.createElement('div');
  box.className = styles['measured'] ?? '';
  // Outside of the columns that are broken into pages, as wide as one.
  box.style.width = `${host.clientWidth}px`;
  around.append(box);
  try {
    const all = table.columns.map((_, at) => at);
    const widths = measured(box, table, all, true).widths;
    return columnGroups(widths, host.clientWidth).flatMap((columns, group) => {
      const sizes = measured(box, table, columns, false);
      const least = sizes.head + sizes.rows.slice(0, FEWEST_ROWS).reduce((sum, one) => sum + one, 0);
      const below = group === 0 && (isScrolled || height - taken >= least);
      return rowPages(sizes, below && !isScrolled ? height - taken : height, height).map(({ from, to }, at) => ({
        page: { columns: columns.map((column, index) => ({ at: column, width: sizes.widths[index] ?? 0 })), from, to },
        isNew: !(below && at === 0),
      }));
    });
  } finally {
    box.remove();
  }
}

/** How wide the columns and how high the rows are, as narrow as possible or as wide as the page. */
function measured(box: HTMLElement, { columns, rows }: TableOfPlot, shown: readonly number[], narrow: boolean) {
  const table = document.createElement('table');
  table.className = `${styles['table']} ${narrow ? styles['narrow'] : styles['wide']}`;
  const head = table.createTHead().insertRow();
  const body = table.createTBody();
  const longest = shown.map((at) => rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0));
  for (const at of shown) {
    const cell = cellOf('th', columns[at] ?? '', false);
    // In about two lines; the least room that this takes is said by its letters.
    if (at > 0) cell.style.minWidth = `${(columns[at] ?? '').length * HALF_A_LETTER}em`;
    head.append(cell);
  }
  for (const row of rows) {
    const line = body.insertRow();
    shown.forEach((at, index) => {
      const letters = longest[index] ?? 0;
      const cell = cellOf(at === 0 ? 'th' : 'td', row[at] ?? '', letters <= LONGEST_IN_A_LINE);
      if (letters > LONGEST_IN_A_LINE) cell.style.minWidth = `${Math.min(ROOM_FOR_WORDS, letters * HALF_A_LETTER)}em`;
      line.append(cell);
    });
  }
  box.replaceChildren(table);
  return {
    widths: [...head.cells].map((cell) => cell.getBoundingClientRect().width),
    head: head.getBoundingClientRect().height,
    rows: [...body.rows].map((row) => row.getBoundingClientRect().height),
  };
}

function cellOf(tag: 'th' | 'td', text: string, whole: boolean): HTMLTableCellElement {
  const cell = document.createElement(tag);
  cell.textContent = text;
  if (whole) cell.className = styles['whole'] ?? '';
  return cell;
}
