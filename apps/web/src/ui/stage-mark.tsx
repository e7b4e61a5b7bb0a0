import type { StageCategory } from '../graphql/generated/types.js';
import styles from './stage-mark.module.css';

const WORDS: Record<StageCategory, string> = {
  BLEEDING: 'bleeding',
  PLANNED: 'planned',
  TREATING: 'being treated',
  CHECKING: 'checked with the sponsor',
  FIXED: 'fixed',
};

const SHAPES: Record<StageCategory, React.ReactNode> = {
  BLEEDING: <path d="M8 1.2c2.6 3.3 4.8 5.7 4.8 8.6a4.8 4.8 0 0 1-9.6 0C3.2 6.9 5.4 4.5 8 1.2Z" fill="currentColor" />,
  PLANNED: (
    <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 2.16" />
  ),
  TREATING: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  CHECKING: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </>
  ),
  FIXED: (
    <path
      d="m3 8.6 3.4 3.4L13 4.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

/** The shape of a stage's category. Red only where it bleeds; green is left to what a sponsor confirmed. */
export function StageMark({ category, named = false }: { category: StageCategory; named?: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={`${styles['mark']} ${category === 'BLEEDING' ? styles['bleeds'] : ''}`}
      {...(named ? { role: 'img', 'aria-label': WORDS[category] } : { 'aria-hidden': true })}
    >
      {SHAPES[category]}
    </svg>
  );
}
