import { createECDH, randomBytes } from 'node:crypto';
import { isGone, pushAddress, PushDevice } from './push-device.js';

const NOW = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-23T11:00:00.000Z';

/** What a browser gives away. */
function given() {
  const pair = createECDH('prime256v1');
  const p256dh = pair.generateKeys('base64url');
  return { endpoint: 'https://push.example.com/send/abc', p256dh, auth: randomBytes(16).toString('base64url') };
}

describe('an address to push to', () => {
  it('is taken as a browser gives it', () => {
    const address = given();
    expect(pushAddress({ ...address, more: 'of it' } as typeof address)).toEqual(address);
  });

  it.each([
    ['endpoint', 'http://push.example.com/'],
    ['endpoint', 'ftp://push.example.com/'],
    ['endpoint', 'https://me:secret@push.example.com/'],
    ['endpoint', 'push.example.com'],
    ['endpoint', ''],
    ['endpoint', `https://push.example.com/${'x'.repeat(2_000)}`],
    ['p256dh', ''],
    ['p256dh', 'not base64url!'],
    ['p256dh', randomBytes(64).toString('base64url')],
    ['p256dh', Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url')],
    ['auth', randomBytes(15).toString('base64url')],
    ['auth', ''],
  ])('is refused with a wrong %s: %s', (field, value) => {
    expect(() => pushAddress({ ...given(), [field]: value })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field } }),
    );
  });

  it('is gone only when its push service says so', () => {
    expect([404, 410, 400, 403, 429, 500, null].filter(isGone)).toEqual([404, 410]);
  });
});

describe('a device', () => {
  const device = () =>
    Object.assign(new PushDevice(), { reachedAt: null, failingSince: null, failure: null, givenUpAt: null });

  it('says since when nothing arrives, and is well again with the next that does', () => {
    const one = device();
    one.failed(NOW, 'It answered 503.', false);
    one.failed(LATER, 'It answered 500.', false);
    expect(one).toMatchObject({ failingSince: NOW, failure: 'It answered 500.', givenUpAt: null });
    one.arrived(LATER);
    expect(one).toMatchObject({ reachedAt: LATER, failingSince: null, failure: null });
  });

  it('is given up with the last attempt, until it arrives or is switched on once more', () => {
    const [one, other] = [device(), device()];
    for (const each of [one, other]) each.failed(NOW, 'It answered 503.', true);
    expect(one.givenUpAt).toBe(NOW);
    one.arrived(LATER);
    other.listen({ personId: 'sara', sessionId: 'session', name: 'Firefox on Linux', address: given() });
    expect([one.givenUpAt, other.givenUpAt, other.failingSince]).toEqual([null, null, null]);
    expect(other).toMatchObject({ personId: 'sara', sessionId: 'session' });
  });
});
