import { sayHow, sayReason, sayState } from './say-mail.js';

const mail = {
  state: 'WAITING' as const,
  attempts: 0,
  sendAfter: '2026-11-23T12:02:00.000Z',
  nextAttemptAt: null,
  sentAt: null,
};
const now = new Date('2026-11-23T12:00:00.000Z');

describe('what is said of a mail', () => {
  it('tells waiting for its turn, for its window and for a mail server apart', () => {
    expect(sayHow(mail, true, now)).toMatch(/^It goes out at .*may still change it/);
    expect(sayHow(mail, true, new Date('2026-11-23T12:03:00.000Z'))).toBe('It goes out as soon as its turn comes.');
    expect(sayHow(mail, false, now)).toBe('It waits until a mail server is set up.');
  });

  it('asks for heed when a mail failed, whether it is tried again or not', () => {
    expect(sayState(mail).heed).toBe(false);
    expect(sayState({ ...mail, attempts: 1 })).toMatchObject({ word: 'failed, tried again', heed: true });
    expect(sayState({ ...mail, state: 'FAILED' })).toMatchObject({ word: 'given up', heed: true });
  });

  it.each([
    ['connect ECONNREFUSED 127.0.0.1:2525', 'Nobody answers at the address of the mail server.'],
    ['getaddrinfo ENOTFOUND mail.exmaple.com', 'The name of the mail server cannot be found.'],
    ['Invalid login: 535 5.7.8 Authentication failed', 'The mail server refused the user name or password'],
    ["Can't send mail - all recipients were rejected: 550 5.1.1 User unknown", 'knows nobody at this address'],
    ['Message failed: 451 4.7.1 Greylisted, come back later', 'asks to try again later'],
    ['Message failed: 552 5.2.2 Mailbox full', 'The mailbox of the reader is full.'],
    ['Message failed: 554 5.7.1 Message rejected as spam', 'holds it for spam'],
    ['Greeting never received', 'did not answer in time'],
    ['Connection closed unexpectedly', 'broke the connection off'],
  ])('says what “%s” means', (said, meaning) => {
    expect(sayReason(said)).toContain(meaning);
  });

  it('leaves alone what speaks for itself', () => {
    expect(sayReason('Not sent: this person may not, or may no longer, read it.')).toBeNull();
  });
});
