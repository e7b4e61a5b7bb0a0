import type { Command } from './keys.js';
import { keyOf } from './keys.js';
import type { Meeting } from './meeting.graphql.js';
import { sayWhose } from './plot-slides.js';
import { viewOf } from './plots.js';
import styles from './present.module.css';

interface PlotLineProps {
  slide: string;
  meeting: Meeting;
  run(command: Command): void;
}

/** Below a plot: its table, the next one, and how to come back; each key is a button too. */
export function PlotLine({ slide, meeting, run }: PlotLineProps) {
  const shown = viewOf(slide);
  if (!shown) return null;
  const { view, asTable } = shown;
  const whose = asTable ? '' : sayWhose(view, meeting);
  const keys: [Command, string][] = [
    ...(view === 'FORECAST' ? [] : ([['table', asTable ? 'plot' : 'table']] as [Command, string][])),
    ['plots', 'next plot'],
    ['close', 'back'],
  ];
  return (
    <p className={styles['actLine']}>
      {keys.map(([command, word]) => (
        <button key={command} type="button" onClick={() => run(command)}>
          <kbd>{keyOf(command).toUpperCase()}</kbd> {word}
        </button>
      ))}
      {view !== 'FORECAST' && whose && <span>{whose}</span>}
    </p>
  );
}
