import { FixedClock } from '@stanch/kernel';
import fc from 'fast-check';
import { SignInThrottle } from './sign-in-throttle.js';

const open = () => {
  const clock = new FixedClock('2026-11-23T09:00:00.000Z');
  return { clock, throttle: new SignInThrottle(clock) };
};
const failTimes = (throttle: SignInThrottle, times: number, email: string, ip: string) => {
  for (let n = 0; n < times; n += 1) throttle.begin(email, ip);
};

describe('the brake on guessing passwords', () => {
  it('lets eight wrong tries pass, then asks to wait a minute for each further one', () => {
    const { clock, throttle } = open();
    failTimes(throttle, 8, 'ada@example.com', '192.0.2.1');
    expect(() => throttle.begin('ada@example.com', '192.0.2.1')).toThrow(/wait a minute/);
    clock.advance(60_000);
    throttle.begin('Ada@Example.com ', '192.0.2.1');
    expect(() => throttle.begin('ADA@example.com', '192.0.2.1')).toThrow(/Too many tries/);
  });

  it('says how long to wait', () => {
    const { clock, throttle } = open();
    failTimes(throttle, 8, 'ada@example.com', '192.0.2.1');
    clock.advance(45_500);
    expect(() => throttle.begin('ada@example.com', '192.0.2.1')).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 15 } }),
    );
  });

  it('counts a try from its start, so that many at once are no way around', () => {
    const { throttle } = open();
    const tries = Array.from({ length: 8 }, () => throttle.begin('ada@example.com', '192.0.2.1'));
    expect(() => throttle.begin('ada@example.com', '192.0.2.1')).toThrow(/Too many tries/);
    tries[0]?.succeeded();
    throttle.begin('ada@example.com', '192.0.2.1');
  });

  it('never shuts a person out: whatever others fail elsewhere, the next try from here passes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.ipV4(), fc.nat(30)), { maxLength: 30 }), fc.ipV6(), (attacks, here) => {
        const { throttle } = open();
        for (const [ip, times] of attacks) {
          try {
            failTimes(throttle, times, 'ada@example.com', ip);
          } catch {
            // The attacker is slowed down, which is the purpose.
          }
        }
        expect(() => throttle.begin('ada@example.com', here)).not.toThrow();
      }),
    );
  });

  it('holds up one who tries many addresses from one network, also by the many addresses of one IPv6 network', () => {
    const { throttle } = open();
    for (let n = 0; n < 100; n += 1) throttle.begin(`p${n}@example.com`, `2001:db8:0:1::${n.toString(16)}`);
    expect(() => throttle.begin('ada@example.com', '2001:db8:0:1:ffff::1')).toThrow(/Too many tries/);
    throttle.begin('ada@example.com', '2001:db8:0:2::1');
  });

  it('does not count who gets in', () => {
    const { throttle } = open();
    for (let n = 0; n < 500; n += 1) throttle.begin('ada@example.com', '192.0.2.1').succeeded();
    throttle.begin('ada@example.com', '192.0.2.1');
  });

  it('lets at most eight tries and one a minute pass, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90_000), { maxLength: 200 }), (pauses) => {
        const { clock, throttle } = open();
        let passed = 0;
        let elapsed = 0;
        for (const pause of pauses) {
          clock.advance(pause);
          elapsed += pause;
          try {
            throttle.begin('ada@example.com', '192.0.2.1');
            passed += 1;
          } catch {
            // Refused, so it does not count.
          }
        }
        expect(passed).toBeLessThanOrEqual(8 + elapsed / 60_000);
      }),
    );
  });
});
