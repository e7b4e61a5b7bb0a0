import fc from 'fast-check';
import { FixedClock, instantAfter } from '@stanch/kernel';
import { Configuration } from '../configuration/configuration.js';
import { SignedLinks } from './signed-links.js';

const links = (clock = new FixedClock('2026-11-23T10:00:00.000Z'), secret = 's'.repeat(32)) =>
  new SignedLinks(new Configuration({ SESSION_SECRET: secret }), clock);
const claims = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 60 }), { maxKeys: 4 });

describe('signed links', () => {
  it('say what was signed, for the purpose they were signed for alone', () => {
    fc.assert(
      fc.property(claims, (said) => {
        fc.pre(!('until' in said) && !('__proto__' in said));
        const token = links().sign('answer', said);
        expect(links().read('answer', token)).toEqual({ state: 'good', claims: said });
        expect(links().read('unsubscribe', token).state).toBe('damaged');
        expect(links(undefined, 'o'.repeat(32)).read('answer', token).state).toBe('damaged');
        expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
      }),
    );
  });

  it('count for nothing when a single sign was changed, cut off or added', () => {
    const token = links().sign('answer', { request: '0192' });
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom('A', 'b', '7', '.', ''), (at, sign) => {
        const changed = token.slice(0, at) + sign + token.slice(at + 1);
        // The last sign of a signature carries bits that mean nothing.
        fc.pre(changed !== token && at < token.length - 1);
        expect(links().read('answer', changed).state).toBe('damaged');
      }),
    );
    expect(links().read('answer', '').state).toBe('damaged');
    expect(links().read('answer', 'x'.repeat(5_000)).state).toBe('damaged');
  });

  it('expire after their time, and still say what they were about', () => {
    const clock = new FixedClock('2026-11-23T10:00:00.000Z');
    const token = links(clock).sign('answer', { request: '0192' }, instantAfter(clock.now(), 1_000));
    expect(links(clock).read('answer', token).state).toBe('good');
    const later = new FixedClock('2026-11-23T10:00:01.001Z');
    expect(links(later).read('answer', token)).toEqual({ state: 'expired', claims: { request: '0192' } });
  });
});
