import type { ReactNode } from 'react';
import { Paged } from './paged.js';
import styles from './slide.module.css';

/** What every slide is told: which of its pages is shown, and whom to tell how many there are. */
export interface PageOfSlide {
  page: number;
  onPages(pages: number): void;
  onPage(page: number): void;
}

interface SlideProps extends PageOfSlide {
  /** Above the title, small: what the title belongs to. */
  over?: ReactNode;
  title: string;
  /** A modest title leaves more of the page to what stands below it. */
  size?: 'modest';
  /** What is pressed here that is not in the list below; beside the title. */
  act?: ReactNode;
  /** In two columns where the room allows it; the title then stands over both, on every page. */
  columns?: 1 | 2;
  /** Whether the room is too deep for two columns. */
  deep: boolean;
  children?: ReactNode;
}

/** A title of more letters takes more than three lines: then it begins the page, and the columns make way for it. */
const LONG_TITLE = 120;

/** One idea: a title, and what is said to it. */
export function Slide({ over, title, size, act, columns = 1, deep, children, ...page }: SlideProps) {
  const inside = columns === 1 || deep || title.length > LONG_TITLE;
  return (
    <>
      {inside ? over && <Over>{over}</Over> : <SlideHead over={over} title={title} size={size} act={act} />}
      <Paged {...page} columns={inside ? 1 : columns}>
        {inside && <SlideHead title={title} size={size} act={act} />}
        {children}
      </Paged>
    </>
  );
}

/** What a slide belongs to: above its title, and above each page that goes on with it. */
function Over({ children }: { children: ReactNode }) {
  return <div className={styles['over']}>{children}</div>;
}

/** What a slide says, in its largest letters. */
export function SlideHead({ over, title, size, act }: Pick<SlideProps, 'over' | 'title' | 'size' | 'act'>) {
  return (
    <header className={styles['head']}>
      {over && <Over>{over}</Over>}
      <div className={styles['line']}>
        <h1 className={`${styles['title']} ${size ? styles[size] : ''}`}>{title}</h1>
        {act}
      </div>
    </header>
  );
}

/** What stands in the second column, where there are two. */
export function Beside({ children }: { children: ReactNode }) {
  return <div className={styles['beside']}>{children}</div>;
}

/** What is not torn apart as long as a column has room for all of it. */
export function Together({ children }: { children: ReactNode }) {
  return <div className={styles['together']}>{children}</div>;
}

/** A part with a word of what it is, and of which cards. */
export function Part({ name, of, children }: { name: string; of?: string; children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h2 className={styles['name']}>
        {name}
        {of && <span className={styles['of']}> {of}</span>}
      </h2>
      {children}
    </section>
  );
}

/** Somebody's own words; who said them stands below. */
export function Words({ text, by }: { text: string; by: string | null }) {
  return (
    <blockquote className={styles['words']}>
      {text.split(/\n+/).map((line, at, all) => (
        <p key={at}>
          {at === 0 && '“'}
          {line}
          {at === all.length - 1 && '”'}
        </p>
      ))}
      {by && <cite>{by}</cite>}
    </blockquote>
  );
}
