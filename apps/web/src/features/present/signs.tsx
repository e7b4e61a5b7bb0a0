import styles from './signs.module.css';

/** Shapes that mean something here, each always beside its word: whoever sees no colours sees these. */
const SHAPES = {
  kept: <path d="m3 10.5 4.2 4.2L17 5" {...stroke(2.6)} />,
  broken: <path d="m4.5 4.5 11 11m0-11-11 11" {...stroke(2.6)} />,
  later: <path d="M2.5 10h14M11 4.5l5.5 5.5-5.5 5.5" {...stroke(2.4)} />,
  due: (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.5" {...stroke(2)} />
      <path d="M3 9h14M7 2.5v4m6-4v4" {...stroke(2)} />
    </>
  ),
  heed: <path d="M10 2 19 17.5H1Z" fill="currentColor" />,
  blocked: <rect x="2.5" y="2.5" width="15" height="15" rx="1" fill="currentColor" />,
  old: (
    <>
      <circle cx="10" cy="10" r="7.5" {...stroke(2)} />
      <path d="M10 5.5V10l3.2 2.2" {...stroke(2)} />
    </>
  ),
  full: <path d="M3 17V3h14v14M6 17V9h8v8" {...stroke(2)} />,
  nobody: (
    <>
      <circle cx="10" cy="6.5" r="3.7" {...stroke(2)} strokeDasharray="2.6 1.9" />
      <path d="M3 18c.6-4.3 3.3-6 7-6s6.4 1.7 7 6" {...stroke(2)} strokeDasharray="2.6 1.9" />
    </>
  ),
  fresh: <path d="M10 2v16M2 10h16" {...stroke(2.6)} />,
  drop: <path d="M10 1.5c3.3 4.1 6 7.1 6 10.8a6 6 0 0 1-12 0C4 8.6 6.7 5.6 10 1.500Z" fill="currentColor" />,
  confirmed: (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" />
      <path d="m5.8 10.3 2.9 2.9 5.5-6" fill="none" stroke="var(--page-ground)" strokeWidth="2.2" />
    </>
  ),
  cut: <circle cx="10" cy="10" r="7.5" {...stroke(2.4)} strokeDasharray="4.2 3.6" />,
  // As the stage in which its sponsors are asked.
  asked: (
    <>
      <circle cx="10" cy="10" r="7.5" {...stroke(2)} />
      <circle cx="10" cy="10" r="2.8" fill="currentColor" />
    </>
  ),
} as const;

export type SignKind = keyof typeof SHAPES;

const TONES: Partial<Record<SignKind, string | undefined>> = {
  kept: styles['heals'],
  confirmed: styles['heals'],
  broken: styles['bleeds'],
  drop: styles['bleeds'],
  cut: styles['heeds'],
  heed: styles['heeds'],
  blocked: styles['heeds'],
};

export function Sign({ kind }: { kind: SignKind }) {
  return (
    <svg viewBox="0 0 20 20" className={`${styles['sign']} ${TONES[kind] ?? ''}`} aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}

function stroke(strokeWidth: number) {
  return { fill: 'none', stroke: 'currentColor', strokeWidth } as const;
}
