import { FixedClock } from '@stanch/kernel';
import { RecentVisitors } from './recent-visitors.js';
import { Role } from './role.js';

const ada = { personId: 'ada', role: Role.LEAD, sessionId: 's1' };

describe('what is remembered of recent visitors', () => {
  const open = () => {
    const clock = new FixedClock('2026-11-23T09:00:00.000Z');
    return { clock, recent: new RecentVisitors(clock) };
  };

  it('is believed for half a minute, and never beyond the end of the session', () => {
    const { clock, recent } = open();
    recent.asking('long')(ada, '2026-12-01T00:00:00.000Z');
    recent.asking('short')(ada, '2026-11-23T09:00:10.000Z');
    clock.advance(10_000);
    expect(recent.of('long')).toEqual(ada);
    expect(recent.of('short')).toBeNull();
    clock.advance(20_000);
    expect(recent.of('long')).toBeNull();
  });

  it('is forgotten by person, but for the session that stays', () => {
    const { recent } = open();
    recent.asking('here')(ada);
    recent.asking('there')({ ...ada, sessionId: 's2' });
    recent.asking('bob')({ personId: 'bob', role: Role.IT });
    recent.forget('ada', 's1');
    expect([recent.of('here'), recent.of('there'), recent.of('bob')?.personId]).toEqual([ada, null, 'bob']);
  });

  it('does not take an answer to a question that was asked before a change', () => {
    const { recent } = open();
    const remember = recent.asking('cookie');
    recent.forget('ada');
    remember(ada);
    expect(recent.of('cookie')).toBeNull();
  });
});
