import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { KeepCommitments } from '@stanch/sponsorship';
import fc from 'fast-check';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { startWorld, type World } from '../support/world.js';

const CARDS = `{ painPoints(first: 500, filter: { includeClosed: true }) { nodes {
  id version stage { category } closed { as } mergedInto { id } commitments { id state } history { id kind }
} } }`;

interface Card {
  id: string;
  version: number;
  stage: { category: string };
  closed: object | null;
  mergedInto: object | null;
  commitments: { id: string; state: string }[];
  history: { id: string; kind: string }[];
}

const NAMED = '{ painPointId key title }';
const NEWS = `{ card ${NAMED} by dueOn newDueOn moves reason }`;
/** All that a meeting shows, while it runs and for ever after. */
const SHOWN = `boardName currency nextOn stages { name count bleedPerWeek }
  trust { kept due fixed confirmed checked reopened }
  sinceLast {
    from bleedThen bleedNow effects { raised reopened returned fixed left reestimated }
    raised { count cards ${NAMED} } moved { count } fixed { count } confirmed { count } reopened { count } left { count }
    kept ${NEWS} broken ${NEWS} postponed ${NEWS}
  }
  wins { headline } commitments { kept ${NEWS} broken ${NEWS} moved ${NEWS} awaited ${NEWS} dueNext ${NEWS} }
  walk { count items { card ${NAMED} toDecide } } candidates ${NAMED} decisions { text } promised ${NEWS}`;

interface Shown {
  trust: { kept: number; due: number };
  sinceLast: {
    bleedThen: number;
    bleedNow: number;
    effects: Record<string, number>;
  };
}

const MINUTES = `minutes {
  title subtitle foot sections { title blocks { lines { lead text more } figures { name value more } } }
}`;
const PLOTS = ['BLEEDING', 'CUMULATIVE_FLOW', 'TIME_TO_FIXED', 'AGEING', 'COMMITMENTS_KEPT', 'IMPACT_EFFORT'];

/** What happens to a card in a week, with numbers that pick which card and how. */
const act = fc.record({
  what: fc.constantFrom(
    ...(['raise', 'move', 'move', 'estimate', 'close', 'reopen', 'merge', 'win', 'undo', 'rename', 'hour'] as const),
    ...(['promise', 'promise', 'withdraw', 'explain', 'confirm', 'confirm', 'deny'] as const),
  ),
  card: fc.nat(40),
  other: fc.nat(40),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const week = fc.record({
  acts: fc.array(act, { minLength: 2, maxLength: 7 }),
  meets: fc.boolean(),
  /** Sometimes nobody does anything for a month. */
  days: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 1, arbitrary: fc.constant(30) }),
});

describe('over many weeks, whatever happens in them', () => {
  let house: House;
  let world: World;

  /** Each run has a house of its own, so that its seed alone plays it again. */
  const begin = async () => {
    house = await House.open();
    world = await startWorld(house.url);
    for (let at = 0; at < 4; at += 1) await raise(world.sponsor.agent, { directCostPerWeek: 10 * at, effortDays: 1 });
  };
  const end = async () => {
    await world.leave();
    await house.close();
  };

  const dayIn = (days: number) =>
    new Date(Date.parse(house.clock.now()) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

  async function play({ what, card, other }: Act): Promise<void> {
    const { painPoints } = await world.it.agent.ask<{ painPoints: { nodes: Card[] } }>(CARDS);
    const cards = painPoints.nodes;
    const pick = <One>(list: readonly One[], at: number) => list[at % Math.max(list.length, 1)];
    const standing = cards.filter(({ closed, mergedInto }) => closed === null && mergedInto === null);
    const one = pick(what === 'reopen' ? cards : standing, card);
    const id = one?.id ?? '';
    const otherId = pick(standing, other)?.id ?? '';
    const words = pick(['It hurts.', 'The part is late.'], other) ?? '';
    const { it, sponsor } = world;
    const promise = (state: string) => one?.commitments.findLast((commitment) => commitment.state === state)?.id ?? id;
    const requests: Record<Act['what'], () => [World['it'], string, object]> = {
      raise: () => [
        sponsor,
        'mutation ($input: RaisePainPointInput!) { raisePainPoint(input: $input) { id } }',
        {
          input: {
            title: words,
            directCostPerWeek: other * 3,
            peopleAffected: card,
            hoursLostPerPersonPerWeek: 1,
            effortDays: 1 + (card % 5),
          },
        },
      ],
      move: () => [
        it,
        'mutation ($input: MovePainPointInput!) { movePainPoint(input: $input) { revision } }',
        { input: { id, toStageId: pick(world.stages, other)?.id } },
      ],
      estimate: () => [
        it,
        'mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }',
        { input: { id, expectedVersion: one?.version ?? 0, directCostPerWeek: other * 5 } },
      ],
      close: () => [
        it,
        'mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }',
        { input: { id, as: other % 2 === 0 ? 'PARKED' : 'DECLINED', reason: words } },
      ],
      reopen: () => [
        it,
        'mutation ($id: ID!, $reason: String!) { reopenPainPoint(id: $id, reason: $reason) { id } }',
        { id, reason: words },
      ],
      merge: () => [
        it,
        'mutation ($input: MergePainPointsInput!) { mergePainPoints(input: $input) { id } }',
        { input: { fromIds: [id], intoId: otherId } },
      ],
      win: () => [
        it,
        'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }',
        { input: { headline: words, painPointIds: [id], publish: true } },
      ],
      undo: () => [
        it,
        'mutation ($id: ID!) { undo(changeId: $id) { id } }',
        { id: one?.history.findLast(({ kind }) => /MOVED|EDITED|CLOSED/.test(kind))?.id ?? id },
      ],
      rename: () => [
        world.lead,
        'mutation ($input: UpdateStageInput!) { updateStage(input: $input) { id } }',
        { input: { id: pick(world.stages, other)?.id, name: `Stage ${card}` } },
      ],
      hour: () => [
        world.lead,
        'mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }',
        { input: { hourlyCost: 30 + other } },
      ],
      promise: () => [
        it,
        'mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }',
        { input: { painPointId: id, dueOn: dayIn(other % 12), reason: words } },
      ],
      withdraw: () => [it, 'mutation ($id: ID!) { withdrawCommitment(id: $id) { id } }', { id: promise('OPEN') }],
      explain: () => [
        it,
        'mutation ($id: ID!, $reason: String!) { explainMiss(commitmentId: $id, reason: $reason) { id } }',
        { id: promise('BROKEN'), reason: words },
      ],
      confirm: () => [
        sponsor,
        'mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }',
        { input: { painPointId: id, fixed: true, words } },
      ],
      deny: () => [
        sponsor,
        'mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }',
        { input: { painPointId: id, fixed: false, words } },
      ],
    };
    const [who, query, variables] = requests[what]();
    const { code, errors } = await who.agent.answer(query, { ...variables });
    expect({ what, says: errors[0]?.message, code }).not.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    house.clock.advance(60_000 * (1 + (other % 15)));
  }

  it('every meeting can be held, adds up and stays as it was, and so do the weeks between', async () => {
    let held = 0;
    /** A meeting that has ended, with its minutes and with every plot as of its end. */
    const pastOf = async (id: string): Promise<object> => {
      const { agent } = world.lead;
      const meeting = await meetings.look<{ endedAt: string }>(agent, id, `endedAt ${SHOWN} ${MINUTES}`);
      const plots = await agent.ask(
        `query (${PLOTS.map((kind) => `$${kind}: PlotInput!`).join(', ')}) {
          ${PLOTS.map((kind) => `${kind}: plot(input: $${kind}) { alt table { rows } }`).join('\n')}
        }`,
        Object.fromEntries(PLOTS.map((kind) => [kind, { kind, width: 900, height: 500, to: meeting.endedAt }])),
      );
      return { ...meeting, plots };
    };
    const playAll = fc.asyncProperty(fc.array(week, { minLength: 6, maxLength: 12 }), async (weeks) => {
      const { agent } = world.lead;
      const past = new Map<string, object>();
      let last: Shown | null = null;
      for (const { acts, meets, days } of weeks) {
        for (const one of acts) await play(one);
        if (meets) {
          const { id } = await meetings.start(agent);
          for (const one of acts.slice(0, 2)) await play(one);
          await meetings.decide(agent, { meetingId: id, text: 'It goes on.' });
          const live = await meetings.look<Shown>(agent, id, SHOWN);
          const { bleedThen, bleedNow, effects } = live.sinceLast;
          expect(Object.values(effects).reduce((sum, effect) => sum + effect, bleedThen)).toBeCloseTo(bleedNow, 4);
          if (last) expect(bleedThen).toBeCloseTo(last.sinceLast.bleedNow, 4);
          expect(live.trust.kept).toBeLessThanOrEqual(live.trust.due);
          await meetings.end(agent, id);
          const ended = await pastOf(id);
          expect(ended).toMatchObject(live);
          past.set(id, ended);
          last = live;
        }
        house.clock.advance(days * MILLISECONDS_PER_DAY);
        await house.get(KeepCommitments).breakPast();
      }
      for (const [id, ended] of past) expect(await pastOf(id)).toEqual(ended);
      held += past.size;
      const days = Array.from({ length: 9 }, (_, at) => dayIn(-7 * (8 - at)));
      const { weekFigures } = await agent.ask<{ weekFigures: { bleedThen: number; bleedNow: number }[] }>(
        'query ($weeks: [Date!]!) { weekFigures(weeks: $weeks) { bleedThen bleedNow commitmentsDue commitmentsKept } }',
        { weeks: days },
      );
      for (const [at, { bleedThen }] of weekFigures.entries()) {
        const before = weekFigures[at - 1];
        if (before) expect(bleedThen).toBeCloseTo(before.bleedNow, 4);
      }
    });
    await fc.assert(playAll, { plugins: [fc.beforeEach(begin), fc.afterEach(end)], numRuns: 4, endOnFailure: true });
    expect(held).toBeGreaterThan(5);
  }, 180_000);
});
