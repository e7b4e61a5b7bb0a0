import { idempotencyKey } from '../../graphql/idempotency-key.js';

/**
 * What this tab is to the meetings: a screen with a name of its own, which may lead one. Both lie in the storage of the tab
 * only while its page is away, so that it goes on after a reload; a tab that was duplicated is another screen.
 */
const PLACE = 'stanch-screen';

const kept = take();
let led = kept?.meetingId;

/** How this screen is known to those that follow. */
export const THIS_SCREEN = kept?.name ?? idempotencyKey();

addEventListener('pagehide', () => {
  const put: Kept = { name: THIS_SCREEN, meetingId: led };
  sessionStorage.setItem(PLACE, JSON.stringify(put));
});
// A page that the browser had only put aside is no reload.
addEventListener('pageshow', ({ persisted }) => persisted && take());

interface Kept {
  name: string;
  meetingId?: string | undefined;
}

function take(): Kept | null {
  const kept = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  return kept === null ? null : (JSON.parse(kept) as Kept);
}

/** Whether this screen leads the meeting. */
export function leadsHere(meetingId: string): boolean {
  return led === meetingId;
}

/** Remembers that this screen leads the meeting, or no longer. */
export function keepLead(meetingId: string, leads: boolean): void {
  if (leads) led = meetingId;
  else if (leadsHere(meetingId)) led = undefined;
}
