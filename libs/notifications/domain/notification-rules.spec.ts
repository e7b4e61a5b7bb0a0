import fc from 'fast-check';
import {
  type Circle,
  type Happening,
  type Hearing,
  moreTelling,
  type Occasion,
  RULES,
  whoHears,
} from './notification-rules.js';

const circle: Circle = {
  raiserId: 'raiser',
  sponsors: [
    { personId: 'raiser', muted: false },
    { personId: 'sponsor', muted: false },
    { personId: 'muted', muted: true },
  ],
  ownerId: 'owner',
  assigneeIds: ['assignee'],
  leadIds: ['lead'],
  askedIds: ['raiser'],
};
const everyone: Hearing = { active: () => true, seesInternal: (id) => ['owner', 'assignee', 'lead'].includes(id) };

function told(happening: Happening): Record<string, string> {
  return Object.fromEntries(whoHears(happening, circle, everyone).map(({ personId, kind }) => [personId, kind]));
}

const all = (kind: string) => ({ raiser: kind, sponsor: kind, owner: kind, assignee: kind });

describe('who hears of what', () => {
  it.each<[Occasion, Record<string, string>]>([
    ['raised', { raiser: 'raised', lead: 'raised' }],
    ['joined', { newcomer: 'joined', owner: 'joined' }],
    ['planned', all('planned')],
    ['moved', all('moved')],
    ['checking', { ...all('moved'), raiser: 'asked' }],
    ['askedToo', { raiser: 'asked' }],
    ['reminded', { raiser: 'reminded' }],
    ['parked', all('parked')],
    ['declined', all('declined')],
    ['reopened', all('reopened')],
    ['commitmentMade', all('commitmentMade')],
    ['commitmentMoved', all('commitmentMoved')],
    ['commitmentWithdrawn', all('commitmentWithdrawn')],
    ['commitmentBroken', all('commitmentBroken')],
    ['commitmentExplained', all('commitmentExplained')],
    ['taskDone', all('taskDone')],
    ['winPublished', all('winPublished')],
    ['stillBleeding', { sponsor: 'stillBleeding', owner: 'stillBleeding', assignee: 'stillBleeding' }],
    ['silent', { owner: 'silent' }],
    ['stillSilent', { lead: 'silent' }],
    ['merged', all('merged')],
    ['tookIn', all('tookIn')],
    ['commented', all('commented')],
  ])('%s', (occasion, expected) => {
    expect(told({ occasion, actorId: 'someone', newcomerId: 'newcomer' })).toEqual(expected);
  });

  it('does not say again to a lead who owns it that it is silent', () => {
    const ownedByLead = { ...circle, ownerId: 'lead', leadIds: ['lead', 'other lead'] };
    const happening: Happening = { occasion: 'stillSilent', actorId: null, knowsId: 'lead' };
    expect(whoHears(happening, ownedByLead, everyone).map(({ personId }) => personId)).toEqual(['other lead']);
  });

  it('keeps an internal comment among those who work on the pain point and may see it', () => {
    expect(told({ occasion: 'commented', actorId: 'someone', internal: true })).toEqual({
      owner: 'commented',
      assignee: 'commented',
    });
  });

  it('does not tell a sponsor who owns a card what is internal', () => {
    const ownedBySponsor = { ...circle, ownerId: 'sponsor' };
    const happening: Happening = { occasion: 'taskDone', actorId: null, internal: true };
    expect(whoHears(happening, ownedBySponsor, everyone).map(({ personId }) => personId)).toEqual(['assignee']);
  });

  it('asks whoever is asked and nobody else: a raiser who may not answer is told of the move', () => {
    const askedSponsor = { ...circle, askedIds: ['sponsor'] };
    const happening: Happening = { occasion: 'checking', actorId: 'someone' };
    const kinds = whoHears(happening, askedSponsor, everyone).map(({ personId, kind }) => [personId, kind]);
    expect(Object.fromEntries(kinds)).toEqual({ ...all('moved'), sponsor: 'asked' });
    expect(whoHears({ occasion: 'reminded', actorId: null, askedId: 'sponsor' }, circle, everyone)).toEqual([
      { personId: 'sponsor', part: 'asked', kind: 'reminded' },
    ]);
  });

  it('says the most telling thing of an act that had several events', () => {
    expect(moreTelling('moved', 'stillBleeding')).toBe('stillBleeding');
    expect(moreTelling('stillBleeding', 'moved')).toBe('stillBleeding');
  });
});

describe('the laws of telling', () => {
  const person: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const someCircle: fc.Arbitrary<Circle> = fc.record({
    raiserId: person,
    sponsors: fc.uniqueArray(fc.record({ personId: person, muted: fc.boolean() }), { selector: (s) => s.personId }),
    ownerId: fc.option(person),
    assigneeIds: fc.array(person),
    leadIds: fc.array(person),
    askedIds: fc.uniqueArray(person),
  });
  const someHappening: fc.Arbitrary<Happening> = fc.record({
    occasion: fc.constantFrom(...(Object.keys(RULES) as Occasion[])),
    actorId: fc.option(person),
    internal: fc.boolean(),
    newcomerId: person,
  });
  const someHearing = fc
    .record({ inactive: fc.array(person), it: fc.array(person) })
    .map(({ inactive, it }): Hearing => ({
      active: (id) => !inactive.includes(id),
      seesInternal: (id) => it.includes(id),
    }));
  const holds = (law: (h: Happening, c: Circle, hearing: Hearing, ids: string[]) => boolean) =>
    fc.assert(
      fc.property(someHappening, someCircle, someHearing, (happening, around, hearing) =>
        law(
          happening,
          around,
          hearing,
          whoHears(happening, around, hearing).map(({ personId }) => personId),
        ),
      ),
      { numRuns: 500 },
    );

  it('tells nobody of their own act', () => holds(({ actorId }, _c, _h, ids) => !ids.includes(actorId ?? '')));

  it('tells everybody once', () => holds((_e, _c, _h, ids) => new Set(ids).size === ids.length));

  it('never tells whoever muted the pain point', () =>
    holds((_e, { sponsors }, _h, ids) => sponsors.every(({ personId, muted }) => !muted || !ids.includes(personId))));

  it('never tells what is internal to whom may not see it', () =>
    holds(({ internal }, _c, hearing, ids) => !internal || ids.every((id) => hearing.seesInternal(id))));

  it('tells nobody who has left', () => holds((_e, _c, hearing, ids) => ids.every((id) => hearing.active(id))));

  it('tells each sponsor of a move, but the mover and whoever asked not to be told', () =>
    holds((happening, { sponsors }, hearing, ids) => {
      if (happening.occasion !== 'moved' || happening.internal) return true;
      return sponsors.every(
        ({ personId, muted }) =>
          muted || personId === happening.actorId || !hearing.active(personId) || ids.includes(personId),
      );
    }));
});
