import { KeyLine } from './key-line.js';
import type { Command } from './keys.js';
import { keyOf } from './keys.js';
import type { Meeting } from './meeting.graphql.js';
import { sayWhose } from './plot-slides.js';
import { viewOf } from './plots.js';

interface PlotLineProps {
  slide: string;
  meeting: Meeting;
  run(command: Command): void;
}

/** Below a plot: its table, the next one, and how to come back. */
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
    <KeyLine keys={keys.map(([command, word]) => ({ command, key: keyOf(command), word }))} run={run}>
      {view !== 'FORECAST' && whose && <span>{whose}</span>}
    </KeyLine>
  );
}
