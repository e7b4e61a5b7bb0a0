import { instantAfter, millisecondsBetween } from '@stanch/kernel';
import { Mail, MailState } from './mail.js';
import { MOST_ATTEMPTS, pauseAfter } from './retry-pause.js';

const NOW = '2026-11-23T10:00:00.000Z';

function aMail(): Mail {
  return Object.assign(new Mail(), {
    messageId: '<first@example.com>',
    address: 'old@example.com',
    state: MailState.SENDING,
    attempts: 1,
    nextAttemptAt: NOW,
    sentAt: null,
    lastError: null,
  });
}

describe('pauses between attempts', () => {
  it('grow from half a minute to six hours', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7].map((attempts) => (pauseAfter(attempts, 0) ?? 0) / 60_000);
    expect(minutes).toEqual([0.5, 2, 10, 30, 120, 360, 360]);
  });

  it('are spread by up to a fifth', () => {
    expect(pauseAfter(1, 1)).toBe(36_000);
  });

  it('end after about three days', () => {
    let passed = 0;
    for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1) passed += pauseAfter(attempts, 0) ?? 0;
    expect(passed / 3_600_000).toBeGreaterThanOrEqual(72);
    expect(passed / 3_600_000).toBeLessThan(80);
    expect(pauseAfter(MOST_ATTEMPTS, 0)).toBeNull();
  });
});

describe('a mail', () => {
  it('waits for its next attempt after a passing failure', () => {
    const mail = aMail();
    mail.fail('451 come back later', false, NOW, 0);
    expect(mail).toMatchObject({ state: 'WAITING', lastError: '451 come back later' });
    expect(millisecondsBetween(NOW, mail.nextAttemptAt ?? '')).toBe(30_000);
  });

  it('is given up at once on a permanent refusal, with the reason', () => {
    const mail = aMail();
    mail.fail('550 no such user', true, NOW, 0);
    expect(mail).toMatchObject({ state: 'FAILED', nextAttemptAt: null, lastError: '550 no such user' });
  });

  it('is given up after the last attempt', () => {
    const mail = Object.assign(aMail(), { attempts: MOST_ATTEMPTS });
    mail.fail('no answer', false, NOW, 0);
    expect(mail.state).toBe('FAILED');
  });

  it('keeps its Message-ID when what failed is sent again, and the address of now is taken', () => {
    const mail = aMail();
    mail.fail('550 no such user', true, NOW, 0);
    mail.again('new@example.com', instantAfter(NOW, 1), '<second@example.com>');
    expect(mail).toMatchObject({
      state: 'WAITING',
      address: 'new@example.com',
      attempts: 0,
      lastError: null,
      messageId: '<first@example.com>',
    });
  });

  it('gets a new Message-ID when what arrived is sent again, so that it is seen', () => {
    const mail = aMail();
    mail.succeed(NOW);
    mail.again('old@example.com', NOW, '<second@example.com>');
    expect(mail.messageId).toBe('<second@example.com>');
  });
});
