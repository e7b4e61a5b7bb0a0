import type { Command } from './keys.js';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const SHAPES: Partial<Record<Command, React.ReactNode>> = {
  back: <path d="m13 4-7 7 7 7" {...line} />,
  next: <path d="m9 4 7 7-7 7" {...line} />,
  close: <path d="m5 5 12 12m0-12L5 17" {...line} />,
  keys: <path d="M7.5 8.2a3.6 3.6 0 1 1 5.3 3.2c-1.2.7-1.8 1.3-1.8 2.6M11 17.6v.1" {...line} />,
  full: <path d="M4 8V4h4m6 0h4v4m0 6v4h-4m-6 0H4v-4" {...line} />,
  acts: <path d="m4 18 1-4L15 4l3 3L8 17l-4 1Zm9-12 3 3" {...line} />,
  lead: <path d="M3 4h16v10H3Zm8 10v4m-4 0h8M9.5 7v4l3.5-2Z" {...line} />,
  follow: <path d="M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10h-3" {...line} />,
};

/** What a button at the edge does, drawn. */
export function RailIcon({ name }: { name: Command }) {
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}
