import { useNow } from './frame.js';
import type { Meeting } from './meeting.graphql.js';

/** The minutes that the step took so far, counted on from when they were read. */
export function useMinutes(meeting: Meeting, readAt: number, kind: Meeting['position']['step'] | undefined) {
  const now = useNow();
  const step = meeting.steps.find((one) => one.kind === kind);
  if (!step) return undefined;
  const goesOn = meeting.state === 'RUNNING' && meeting.position.step === kind;
  // The presenter may have come to it after it was read.
  const from = Math.max(readAt, Date.parse(meeting.position.at));
  const seconds = step.secondsSpent + (goesOn ? Math.max(0, now - from) / 1000 : 0);
  return { spent: Math.floor(seconds / 60), planned: step.minutes };
}
