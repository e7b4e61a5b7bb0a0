import fc from 'fast-check';
import { instantAfter, millisecondsBetween } from '@stanch/kernel';
import { isSponsor, NotificationKind, type Part, ROLES_IN_ORDER, RULES } from './notification-rules.js';
import { cellOf, Channel, Choice, choiceFor, EVENT_GROUPS, groupOf, groupsFor, kindsOf } from './preferences.js';
import { outsideQuietHours } from './quiet-hours.js';
import { reachOfNobody, wayTo } from './reach.js';

const kinds = fc.constantFrom(...Object.values(NotificationKind));
const parts = fc.constantFrom(...ROLES_IN_ORDER);
const channels = fc.constantFrom(...Object.values(Channel));
const sent = fc.constantFrom(Channel.MAIL, Channel.PUSH);
const choices = fc.constantFrom(...Object.values(Choice));
const chosen = fc
  .dictionary(
    fc.tuple(fc.constantFrom(...EVENT_GROUPS), channels).map(([group, channel]) => cellOf(group, channel)),
    choices,
  )
  .map((cells) => new Map(Object.entries(cells)));
const at = '2026-11-23T10:00:00.000Z';

describe('what somebody chose to hear', () => {
  it('holds for every kind of notice that one can choose about, on the channel it was chosen for alone', () => {
    fc.assert(
      fc.property(kinds, parts, channels, chosen, (kind, part, channel, cells) => {
        const group = groupOf(kind);
        const choice = choiceFor(kind, part, channel, cells);
        if (group === null) expect(choice).toBe(Choice.AT_ONCE);
        else if (cells.has(cellOf(group, channel))) expect(choice).toBe(cells.get(cellOf(group, channel)));
        else expect(choice).toBe(choiceFor(kind, part, channel, new Map()));
      }),
    );
  });

  it('is, unless they chose otherwise, what product.md says: a sponsor has a done task and a reopening in the digest', () => {
    const none = new Map<string, Choice>();
    expect(choiceFor('taskDone', 'raiser', 'MAIL', none)).toBe('DIGEST');
    expect(choiceFor('stillBleeding', 'sponsor', 'MAIL', none)).toBe('DIGEST');
    expect(choiceFor('stillBleeding', 'owner', 'MAIL', none)).toBe('AT_ONCE');
    expect(choiceFor('winPublished', 'raiser', 'MAIL', none)).toBe('AT_ONCE');
    expect(choiceFor('taskDone', 'raiser', 'APP', none)).toBe('AT_ONCE');
    expect(choiceFor('taskDone', 'raiser', 'PUSH', none)).toBe('DIGEST');
    expect(choiceFor('moved', 'raiser', 'PUSH', none)).toBe('AT_ONCE');
  });

  it('is asked of each of what may reach them: of silences no sponsor is told, of all else both', () => {
    const reaching = (asSponsor: boolean) => {
      const cells = Object.values(RULES).flatMap((row) => Object.entries(row) as [Part, NotificationKind][]);
      const byRule = cells.filter(([part]) => isSponsor(part) === asSponsor).map(([, kind]) => kind);
      // Minutes reach whoever was at the meeting, in whatever part.
      return new Set<NotificationKind>([...byRule, 'minutes']);
    };
    const offered = groupsFor(true).filter((group) => kindsOf(group).some((kind) => reaching(true).has(kind)));
    expect(offered).toEqual(groupsFor(true));
    expect(EVENT_GROUPS.filter((group) => !groupsFor(true).includes(group))).toEqual(['silence']);
    expect(kindsOf('silence').some((kind) => reaching(true).has(kind))).toBe(false);
    expect(groupsFor(false)).toEqual(EVENT_GROUPS);
  });

  it('never sends a mail, or a push, to who left them all, and nothing but the app at once to who is away', () => {
    fc.assert(
      fc.property(kinds, parts, chosen, sent, (kind, part, cells, channel) => {
        const about = { kind, part, at };
        const reach = { ...reachOfNobody('UTC'), chosen: cells };
        expect(wayTo({ ...reach, noMails: true }, 'MAIL', about).how).toBe('NEVER');
        expect(wayTo({ ...reach, noPushes: true }, 'PUSH', about).how).toBe('NEVER');
        expect(wayTo({ ...reach, noMails: true }, 'PUSH', about)).toEqual(wayTo(reach, 'PUSH', about));
        const away = { ...reach, pausedUntil: '2026-11-23' };
        expect(wayTo(away, channel, about).how).not.toBe('NOW');
        expect(wayTo(away, 'APP', about)).toEqual(wayTo(reach, 'APP', about));
        const back = { ...reach, pausedUntil: '2026-11-22' };
        expect(wayTo(back, channel, about)).toEqual(wayTo(reach, channel, about));
        const quiet = { ...reach, quiet: { from: '09:00', to: '17:00', timeZone: 'UTC' } };
        const way = wayTo(quiet, channel, about);
        expect(way.how === 'NOW' ? way.notBefore : way.how).not.toBe(at);
      }),
    );
  });
});

describe('what a new day alone brings about', () => {
  const berlin = reachOfNobody('Europe/Berlin');
  const midnight = '2026-11-23T23:03:00.000Z';
  const part: Part = 'owner';

  it('waits for the morning of its reader, and shows in the app at once', () => {
    for (const kind of ['commitmentBroken', 'commitmentNear', 'silent'] as const) {
      const about = { kind, part, at: midnight };
      for (const channel of [Channel.MAIL, Channel.PUSH]) {
        const way = wayTo(berlin, channel, about);
        if (way.how === 'NOW') expect(way.notBefore).toBe('2026-11-24T07:00:00.000Z');
      }
      expect(wayTo(berlin, 'MAIL', about).how).toBe('NOW');
      expect(wayTo(berlin, 'APP', about)).toEqual({ how: 'NOW', notBefore: midnight });
    }
    const late = { ...berlin, quiet: { from: '18:00', to: '09:30', timeZone: 'Europe/Berlin' } };
    expect(wayTo(late, 'MAIL', { kind: 'silent', part, at: midnight })).toMatchObject({
      notBefore: '2026-11-24T08:30:00.000Z',
    });
  });

  it('holds back nothing that somebody does at night', () => {
    expect(wayTo(berlin, 'MAIL', { kind: 'commented', part, at: midnight })).toMatchObject({ notBefore: midnight });
  });
});

describe('quiet hours', () => {
  const berlin = (from: string, to: string) => ({ from, to, timeZone: 'Europe/Berlin' });

  it('hold back what comes in the evening until the morning, by the clock of the person', () => {
    const quiet = berlin('18:00', '08:00');
    expect(outsideQuietHours('2026-11-23T17:30:00.000Z', quiet)).toBe('2026-11-24T07:00:00.000Z');
    expect(outsideQuietHours('2026-11-24T02:00:00.000Z', quiet)).toBe('2026-11-24T07:00:00.000Z');
    expect(outsideQuietHours('2026-11-23T16:59:59.000Z', quiet)).toBe('2026-11-23T16:59:59.000Z');
    expect(outsideQuietHours('2026-11-24T07:00:00.000Z', quiet)).toBe('2026-11-24T07:00:00.000Z');
    expect(outsideQuietHours('2026-11-23T11:30:00.000Z', berlin('12:00', '13:00'))).toBe('2026-11-23T12:00:00.000Z');
    expect(outsideQuietHours('2026-11-23T17:30:00.000Z', null)).toBe('2026-11-23T17:30:00.000Z');
  });

  it('end: nothing is held back for more than a day and an hour, and what has waited need not wait again', () => {
    const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
    const time = fc.integer({ min: 0, max: 1439 }).map((minute) => {
      const [hours, rest] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
      return `${hours}:${rest}`;
    });
    fc.assert(
      fc.property(
        minutes,
        time,
        time,
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns'),
        (later, from, to, timeZone) => {
          const moment = instantAfter('2026-01-01T00:00:30.000Z', later * 60_000);
          const quiet = { from, to, timeZone };
          const free = outsideQuietHours(moment, quiet);
          const waited = millisecondsBetween(moment, free);
          expect(waited).toBeGreaterThanOrEqual(0);
          expect(waited).toBeLessThanOrEqual(25 * 3_600_000);
          if (waited > 0) expect(outsideQuietHours(free, quiet)).toBe(free);
        },
      ),
    );
  });
});
