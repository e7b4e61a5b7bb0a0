import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './paged.module.css';

interface PagedProps {
  /** From 0; a number beyond the last page shows the last. */
  page: number;
  /** How many pages it takes in this room; said each time it is another number. */
  onPages(pages: number): void;
  /** Asks for the page on which something got the focus. */
  onPage(page: number): void;
  /** In how many columns a page is set where the room allows it. */
  columns?: 1 | 2;
  children: ReactNode;
}

/**
 * Sets whatever it is given in pages as high as the room leaves: the browser breaks it into columns as a printer would,
 * so that nothing is made smaller, cut or scrolled. What does not fit is on the next page.
 */
export function Paged({ page, onPages, onPage, columns = 1, children }: PagedProps) {
  const flow = useRef<HTMLDivElement>(null);
  const pages = useRef(1);
  const report = useRef(onPages);
  useLayoutEffect(() => {
    report.current = onPages;
  });
  useMeasure(flow, (count) => {
    pages.current = count;
    report.current(count);
  });
  const shown = Math.min(page, pages.current - 1);
  useLayoutEffect(() => {
    const element = flow.current;
    if (!element) return;
    element.style.setProperty('--page', String(Math.min(page, pages.current - 1)));
    for (const part of element.querySelectorAll<HTMLElement>('button, a')) {
      part.tabIndex = pageOf(element, part) === shown || isOneColumn(element) ? 0 : -1;
    }
  });
  return (
    <div className={styles['window']} data-window="">
      <div
        ref={flow}
        className={`${styles['flow']} ${columns === 2 ? styles['two'] : ''}`}
        onFocus={({ target }) => {
          const at = flow.current && target instanceof HTMLElement ? pageOf(flow.current, target) : shown;
          if (at !== shown) onPage(at);
        }}
      >
        {children}
      </div>
    </div>
  );
}

/** From one page to the next. */
function stride(flow: HTMLElement): number {
  return flow.clientWidth + (parseFloat(getComputedStyle(flow).columnGap) || 0);
}

/** On a narrow screen nothing is broken into pages: there one scrolls. */
function isOneColumn(flow: HTMLElement): boolean {
  return getComputedStyle(flow).columnCount === 'auto';
}

function countPages(flow: HTMLElement): number {
  if (isOneColumn(flow)) return 1;
  const gap = stride(flow) - flow.clientWidth;
  return Math.max(1, Math.ceil((flow.scrollWidth + gap) / stride(flow) - 0.02));
}

function pageOf(flow: HTMLElement, part: HTMLElement): number {
  if (isOneColumn(flow)) return 0;
  const left = part.getClientRects()[0]?.left ?? 0;
  return Math.max(0, Math.floor((left - flow.getBoundingClientRect().left + 1) / stride(flow)));
}

/** Counts the pages whenever something that is set in them, or the room for it, has changed. */
function useMeasure(flow: RefObject<HTMLElement | null>, tell: (pages: number) => void): void {
  const say = useRef(tell);
  useLayoutEffect(() => {
    say.current = tell;
    if (flow.current) tell(countPages(flow.current));
  });
  useEffect(() => {
    const element = flow.current;
    if (!element) return;
    const measure = () => say.current(countPages(element));
    const sizes = new ResizeObserver(measure);
    const words = new MutationObserver(measure);
    sizes.observe(element);
    words.observe(element, { subtree: true, childList: true, characterData: true, attributeFilter: ['style'] });
    void document.fonts.ready.then(measure);
    return () => {
      sizes.disconnect();
      words.disconnect();
    };
  }, [flow]);
}
