import { instantOf } from '@stanch/kernel';
import { ChangeKind, StageCategory } from '@stanch/remediation';
import fc from 'fast-check';
import { BoardHistory, type RecordedChange } from './board-history.js';
import { totalsAt } from './flow.js';
import { bleedEffects, netChange } from './since-last.js';
import { StagesOverTime } from './stages-over-time.js';

const START = Date.parse('2026-01-05T08:00:00.000Z');
const IDS = ['hurts', 'work', 'check', 'done'] as const;
const CATEGORIES = [StageCategory.BLEEDING, StageCategory.TREATING, StageCategory.CHECKING, StageCategory.FIXED];
const STAGES = new StagesOverTime([
  {
    since: instantOf(START),
    stages: IDS.map((id, at) => ({ id, name: id, category: CATEGORIES[at] as StageCategory, wipLimit: null })),
  },
]);

interface Act {
  card: string;
  does: 'move' | 'close' | 'bring back' | 'confirm' | 'estimate';
  stage: (typeof IDS)[number];
}

/** What a simple mind keeps of a card. */
interface Kept {
  stage: string;
  onBoard: boolean;
  confirmed: boolean;
}

const acts = fc.array(
  fc.record<Act>({
    card: fc.constantFrom('a', 'b', 'c'),
    does: fc.constantFrom('move', 'move', 'close', 'bring back', 'confirm', 'estimate'),
    stage: fc.constantFrom(...IDS),
  }),
  { maxLength: 25 },
);

const COSTS: Record<string, number> = { a: 1, b: 10, c: 100 };

/** Plays acts an hour apart; what a card may not do does not happen. After each act stands what there is then. */
function play(given: readonly Act[]): { history: BoardHistory; after: Map<string, Kept>[] } {
  const history = new BoardHistory();
  const now = new Map<string, Kept>();
  const after: Map<string, Kept>[] = [];
  for (const [hour, { card, does, stage }] of given.entries()) {
    const change = (kind: string, field: string, newValue: unknown, oldValue: unknown = null): RecordedChange[] => [
      {
        painPointId: card,
        at: instantOf(START + hour * 3_600_000),
        kind,
        field,
        newValue,
        oldValue,
        restores: null,
      },
    ];
    const known = now.get(card);
    const cost = {
      peopleAffected: 1,
      hoursLostPerPersonPerWeek: 1,
      directCostPerWeek: COSTS[card] ?? 0,
      effortDays: null,
    };
    const said = (changes: RecordedChange[], kept: Kept) => {
      history.goOn([{ painPointId: card, raisedAt: instantOf(START), ...cost }], changes, STAGES);
      now.set(card, kept);
    };
    if (!known) said(change(ChangeKind.RAISED, 'stage', stage), { stage, onBoard: true, confirmed: false });
    else if (does === 'move' && known.onBoard && known.stage !== stage) {
      said(change(ChangeKind.MOVED, 'stage', { stageId: stage }), { stage, onBoard: true, confirmed: false });
    } else if (does === 'close' && known.onBoard)
      said(change(ChangeKind.CLOSED, 'closed', 'PARKED'), { ...known, onBoard: false });
    else if (does === 'bring back' && !known.onBoard)
      said(change(ChangeKind.REOPENED, 'closed', null), { ...known, onBoard: true });
    else if (does === 'estimate')
      said(change(ChangeKind.EDITED, 'directCostPerWeek', 1_000 * (hour + 1), COSTS[card]), known);
    else if (does === 'confirm' && known.onBoard && known.stage === 'done') {
      said(change(ChangeKind.CONFIRMED, 'confirmed', true), { ...known, confirmed: true });
    }
    after.push(structuredClone(now));
  }
  return { history, after };
}

/** What an hour costs goes up in the middle of it all. */
const HOURLY = [
  { since: instantOf(START), hourlyCost: 40 },
  { since: instantOf(START + 12 * 3_600_000), hourlyCost: 50 },
];

const hour = (at: number) => START + at * 3_600_000;

describe('what became of the cards between two meetings', () => {
  it('is the difference of the two boards, whatever happened in between', () => {
    fc.assert(
      fc.property(acts, fc.nat(25), (given, cut) => {
        const from = Math.min(cut, given.length) - 1;
        const { history, after } = play(given);
        const [before, now] = [
          from < 0 ? new Map<string, Kept>() : after[from],
          after.at(-1) ?? new Map<string, Kept>(),
        ];
        const net = netChange(history, STAGES, from < 0 ? START - 1 : hour(from), hour(given.length));
        const cards = [...now.keys()];
        const was = (id: string) => before?.get(id);
        const is = (id: string) => now.get(id) as Kept;
        expect(net.raised).toEqual(cards.filter((id) => !was(id)));
        const stood = cards.filter((id) => was(id));
        expect(net.moved.filter(({ painPointId }) => was(painPointId))).toEqual(
          stood
            .filter((id) => is(id).onBoard && is(id).stage !== was(id)?.stage)
            .map((id) => ({ painPointId: id, fromStageId: was(id)?.stage, toStageId: is(id).stage })),
        );
        expect(net.left.filter(was)).toEqual(stood.filter((id) => was(id)?.onBoard && !is(id).onBoard));
        expect(net.returned.filter(was)).toEqual(stood.filter((id) => !was(id)?.onBoard && is(id).onBoard));
        expect(net.fixed.filter(was)).toEqual(
          stood.filter((id) => is(id).onBoard && is(id).stage === 'done' && was(id)?.stage !== 'done'),
        );
        expect(net.unfixed.filter(was)).toEqual(
          stood.filter(
            (id) => was(id)?.onBoard && is(id).onBoard && was(id)?.stage === 'done' && is(id).stage !== 'done',
          ),
        );
        for (const id of net.confirmed) expect(is(id)).toMatchObject({ onBoard: true, confirmed: true });
      }),
    );
  });

  it('leads from what bled then to what bleeds now, each effect with its own cause', () => {
    fc.assert(
      fc.property(acts, fc.nat(25), (given, cut) => {
        const [start, end] = [hour(Math.min(cut, given.length) - 1), hour(given.length)];
        const { history } = play(given);
        const valued = (at: number) => ({ at, hourlyCost: at < hour(12) ? 40 : 50 });
        const { effects, reestimated } = bleedEffects(history, STAGES, valued(start), valued(end));
        const [then, now] = totalsAt(history, STAGES, HOURLY, [instantOf(start), instantOf(end)]);
        const sum = Object.values<number>({ ...effects }).reduce((all, effect) => all + effect, 0);
        expect(sum).toBeCloseTo((now?.bleedPerWeek ?? 0) - (then?.bleedPerWeek ?? 0), 6);
        const net = netChange(history, STAGES, start, end);
        if (net.raised.length === 0) expect(effects.raised).toBe(0);
        if (net.fixed.length === 0) expect(effects.fixed).toBeCloseTo(0, 6);
        if (net.unfixed.length === 0) expect(effects.reopened).toBeCloseTo(0, 6);
        if (net.left.length === 0) expect(effects.left).toBeCloseTo(0, 6);
        if (net.returned.length === 0) expect(effects.returned).toBeCloseTo(0, 6);
        const known = end < hour(12) && given.every(({ does }) => does !== 'estimate');
        if (known) expect(effects.reestimated).toBeCloseTo(0, 6);
        for (const id of reestimated.keys()) {
          for (const told of [net.raised, net.fixed, net.unfixed, net.left, net.returned])
            expect(told).not.toContain(id);
        }
      }),
    );
  });

  it('says nothing of a time in which nothing happened, and tells each newcomer in one meeting', () => {
    fc.assert(
      fc.property(acts, fc.nat(25), (given, cut) => {
        const { history } = play(given);
        const middle = hour(Math.min(cut, given.length) - 1);
        const end = hour(given.length);
        const none = { raised: [], moved: [], fixed: [], unfixed: [], confirmed: [], left: [], returned: [] };
        expect(netChange(history, STAGES, end, end + 1)).toEqual(none);
        const [first, second] = [
          netChange(history, STAGES, START - 1, middle),
          netChange(history, STAGES, middle, end),
        ];
        const all = netChange(history, STAGES, START - 1, end);
        expect([...first.raised, ...second.raised].toSorted()).toEqual([...all.raised].toSorted());
      }),
    );
  });
});
