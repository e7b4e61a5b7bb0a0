import type { Notice } from './notice.js';
import { newPush, Push, PushState } from './push.js';
import { MOST_ATTEMPTS } from './retry-pause.js';

const NOW = '2026-11-23T10:00:00.000Z';
const notice: Notice = { kind: 'moved', part: 'raiser', at: NOW, by: 'Ivo', card: null };
const start = { id: 'p', eventId: 'e', personId: 'sara', deviceId: 'd', painPointId: 'c', notice, createdAt: NOW };
const aPush = () => Object.assign(new Push(), newPush({ ...start, sendAfter: NOW }));

describe('a push', () => {
  it('waits, and is sent', () => {
    const push = aPush();
    expect(push).toMatchObject({ state: PushState.WAITING, kind: 'moved', nextAttemptAt: NOW, attempts: 0 });
    push.succeed(NOW);
    expect(push).toMatchObject({ state: PushState.SENT, sentAt: NOW, nextAttemptAt: null });
  });

  it('is tried again after the pauses of a mail, and given up after as many attempts', () => {
    const push = aPush();
    push.attempts = 1;
    push.fail('It answered 503.', NOW, 0);
    expect(push).toMatchObject({ state: PushState.WAITING, nextAttemptAt: '2026-11-23T10:00:30.000Z' });
    push.attempts = MOST_ATTEMPTS;
    push.fail('It answered 503.', NOW, 0);
    expect(push).toMatchObject({ state: PushState.FAILED, nextAttemptAt: null, lastError: 'It answered 503.' });
  });

  it('that may not disturb now was not tried', () => {
    const push = aPush();
    push.attempts = 1;
    push.wait('2026-11-24T07:00:00.000Z');
    expect(push).toMatchObject({ attempts: 0, nextAttemptAt: '2026-11-24T07:00:00.000Z', state: PushState.WAITING });
  });
});
