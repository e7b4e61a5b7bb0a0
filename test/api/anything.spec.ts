import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { RepairOrder } from '@stanch/remediation';
import { KeepCommitments } from '@stanch/sponsorship';
import fc from 'fast-check';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';

const CARDS = `{ board { revision bleedPerWeek stages { count bleedPerWeek painPoints(first: 500) { totalCount nodes { id } } } }
  painPoints(first: 500, filter: { includeClosed: true }) { nodes {
    id version confirmed fixedAt reopenedCount blocked blockedReason stage { id category } closed { as } mergedInto { id mergedInto { id } }
    sponsors { id } commitments { state dueOn firstDueOn deliveredOn } history { id kind } tasks { id version } wins { id published }
  } } }`;

interface Card {
  id: string;
  version: number;
  confirmed: boolean;
  fixedAt: string | null;
  blocked: boolean;
  blockedReason: string | null;
  stage: { id: string; category: string };
  closed: { as: string } | null;
  mergedInto: { id: string; mergedInto: { id: string } | null } | null;
  sponsors: { id: string }[];
  commitments: { state: string; dueOn: string; firstDueOn: string; deliveredOn: string | null }[];
  history: { id: string; kind: string }[];
  tasks: { id: string; version: number }[];
  wins: { id: string; published: boolean }[];
}
interface Seen {
  board: {
    bleedPerWeek: number;
    stages: { count: number; bleedPerWeek: number; painPoints: { totalCount: number; nodes: { id: string }[] } }[];
  };
  painPoints: { nodes: Card[] };
}

/** What anybody may send, with numbers that pick who and what out of what there is. */
const act = fc.record({
  what: fc.constantFrom(
    ...([
      'raise',
      'move',
      'edit',
      'close',
      'reopen',
      'join',
      'addSponsor',
      'merge',
      'undo',
      'comment',
      'addTask',
    ] as const),
    ...(['updateTask', 'moveTask', 'win', 'publish', 'promise', 'confirm', 'deny', 'nextDay'] as const),
  ),
  who: fc.nat(4),
  card: fc.nat(40),
  other: fc.nat(40),
  third: fc.nat(40),
  flag: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

describe('whatever people do, in whatever order', () => {
  let house: House;
  let world: World;
  let crowd: Member[];

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    crowd = [world.it, world.lead, world.sponsor, world.it, world.otherSponsor];
    for (let at = 0; at < 4; at += 1) await raise(world.sponsor.agent, { directCostPerWeek: 10 * at });
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const look = () => world.it.agent.ask<Seen>(CARDS);

  /** The request of an act: the mutation, the type of its input or arguments, and what it sends. */
  function requestOf({ what, card, other, third, flag }: Act, cards: Card[]): [string, object] {
    const pick = <One>(list: readonly One[], at: number) => list[at % Math.max(list.length, 1)];
    const standing = cards.filter(({ closed, mergedInto }) => closed === null && mergedInto === null);
    const done = standing.filter(({ stage: { category } }) => category === 'CHECKING' || category === 'FIXED');
    const answers = what === 'confirm' || what === 'deny';
    // Mostly what stands on the board, sometimes what has left it.
    const one = pick(answers ? done : third % 5 === 0 || what === 'reopen' ? cards : standing, card);
    const id = one?.id ?? '';
    const otherId = pick(third % 7 === 0 ? cards : standing, other)?.id ?? '';
    const task = pick(
      cards.flatMap(({ tasks }) => tasks),
      other,
    );
    const stage = pick(world.stages, other)?.id ?? '';
    const person = pick([world.sponsor, world.otherSponsor, world.lead, world.viewer, world.it], third)?.id ?? '';
    const words = pick(['It hurts.', 'It hurts more.', ' ', 'ümläut 🧰'], third) ?? '';
    const day = `2026-12-${String(1 + (third % 28)).padStart(2, '0')}`;
    const input = (name: string, type: string, value: object): [string, object] => [
      `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`,
      { input: value },
    ];
    switch (what) {
      case 'raise':
        return input('raisePainPoint', 'RaisePainPointInput', {
          title: words,
          directCostPerWeek: third,
          ...(flag && { raiserId: person, stageId: stage }),
        });
      case 'move':
        return input('movePainPoint', 'MovePainPointInput', {
          id,
          toStageId: stage,
          ...(flag && { afterId: otherId }),
        });
      case 'edit':
        return input('updatePainPoint', 'UpdatePainPointInput', {
          id,
          expectedVersion: Math.max(0, (one?.version ?? 1) - (third % 3)),
          ...(flag ? { title: words, ownerId: person } : { blocked: third % 2 === 0, blockedReason: words }),
        });
      case 'close':
        return input('closePainPoint', 'ClosePainPointInput', { id, as: flag ? 'PARKED' : 'DECLINED', reason: words });
      case 'reopen':
        return [
          'mutation ($id: ID!, $why: String!) { reopenPainPoint(id: $id, reason: $why) { id } }',
          { id, why: words },
        ];
      case 'join':
        return ['mutation ($id: ID!) { joinPainPoint(id: $id) { id } }', { id }];
      case 'addSponsor':
        return [
          'mutation ($id: ID!, $who: ID!) { addSponsor(painPointId: $id, personId: $who) { id } }',
          { id, who: person },
        ];
      case 'merge':
        return input('mergePainPoints', 'MergePainPointsInput', {
          fromIds: flag ? [id] : [id, otherId],
          intoId: pick(standing, third)?.id,
        });
      case 'undo':
        return [
          'mutation ($id: ID!) { undo(changeId: $id) { id } }',
          {
            id:
              pick((one?.history ?? []).filter(({ kind }) => /MOVED|EDITED|CLOSED/.test(kind)).toReversed(), other % 4)
                ?.id ?? id,
          },
        ];
      case 'comment':
        return input('addComment', 'AddCommentInput', {
          painPointId: id,
          text: words,
          visibility: flag ? 'SHARED' : 'INTERNAL',
        });
      case 'addTask':
        return input('addTask', 'AddTaskInput', {
          title: words,
          painPointIds: [id, otherId],
          assigneeId: flag ? person : null,
          dueOn: day,
        });
      case 'updateTask':
        return input('updateTask', 'UpdateTaskInput', {
          id: task?.id ?? id,
          expectedVersion: Math.max(0, (task?.version ?? 1) - (third % 2)),
          ...(flag
            ? { state: pick(['TODO', 'DOING', 'DONE'], third), title: words }
            : { painPointIds: [id], visibility: 'SHARED' }),
        });
      case 'moveTask':
        return input('moveTask', 'MoveTaskInput', {
          id: task?.id ?? id,
          painPointId: id,
          ...(flag && { beforeId: pick(one?.tasks ?? [], third)?.id }),
        });
      case 'win':
        return input('recordWin', 'RecordWinInput', {
          headline: words,
          painPointIds: [id, otherId],
          publish: flag,
          before: third,
          after: other,
          thanksIds: [person, person],
          taskIds: task ? [task.id] : [],
        });
      case 'publish':
        return ['mutation ($id: ID!) { publishWin(id: $id) { id } }', { id: pick(one?.wins ?? [], other)?.id ?? id }];
      case 'promise':
        return input('makeCommitment', 'MakeCommitmentInput', { painPointId: id, dueOn: day, reason: words });
      default:
        return input('confirmFixed', 'ConfirmFixedInput', {
          painPointId: id,
          fixed: what === 'confirm',
          words,
          rating: flag ? 1 + (third % 5) : null,
        });
    }
  }

  it('nothing ends in a fault of ours, and what stands afterwards makes sense', async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 40 }), async (acts) => {
        for (const one of acts) {
          if (one.what === 'nextDay') {
            house.clock.advance(MILLISECONDS_PER_DAY / 4);
            await house.get(KeepCommitments).breakPast();
            continue;
          }
          const { painPoints } = await look();
          const [query, variables] = requestOf(one, painPoints.nodes);
          const { code, errors } = await (crowd[one.who] as Member).agent.answer(query, { ...variables });
          expect({ what: one.what, says: errors[0]?.message, code }).not.toMatchObject({
            code: 'INTERNAL_SERVER_ERROR',
          });
          if (code === undefined) done.set(one.what, (done.get(one.what) ?? 0) + 1);
        }
        const { board, painPoints } = await look();
        const standing = painPoints.nodes.filter(({ closed, mergedInto }) => closed === null && mergedInto === null);
        const shown = board.stages.flatMap(({ painPoints: page }) => page.nodes.map(({ id }) => id));
        expect(shown.toSorted()).toEqual(standing.map(({ id }) => id).toSorted());
        for (const { count, painPoints: page } of board.stages) expect(page.totalCount).toBe(count);
        const bleeding = board.stages.slice(0, -1).reduce((sum, { bleedPerWeek }) => sum + bleedPerWeek, 0);
        expect(board.bleedPerWeek).toBeCloseTo(bleeding);
        expect(await house.get(RepairOrder).find()).toEqual([]);
        for (const card of painPoints.nodes) {
          expect(card.fixedAt !== null).toBe(card.stage.category === 'FIXED');
          if (card.confirmed) expect(card.fixedAt).not.toBeNull();
          if (!card.blocked) expect(card.blockedReason).toBeNull();
          expect(new Set(card.sponsors.map(({ id }) => id)).size).toBe(card.sponsors.length);
          expect(card.sponsors.length).toBeGreaterThan(0);
          expect(card.commitments.filter(({ state }) => state === 'OPEN').length).toBeLessThanOrEqual(1);
          for (const { state, dueOn, deliveredOn } of card.commitments) {
            if (state === 'KEPT') expect((deliveredOn ?? '9') <= dueOn).toBe(true);
          }
          if (card.mergedInto) expect(card.commitments.some(({ state }) => state === 'OPEN')).toBe(false);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
    expect([...done.keys()].length).toBeGreaterThan(10);
  }, 180_000);
});
