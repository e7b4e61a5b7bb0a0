import { instantOf } from '@stanch/kernel';
import { ChangeKind, StageCategory } from '@stanch/remediation';
import fc from 'fast-check';
import { BoardHistory, type RecordedChange } from './board-history.js';
import { netChange } from './since-last.js';
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
  does: 'move' | 'close' | 'bring back' | 'confirm';
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
    does: fc.constantFrom('move', 'move', 'close', 'bring back', 'confirm'),
    stage: fc.constantFrom(...IDS),
  }),
  { maxLength: 25 },
);

/** Plays acts an hour apart; what a card may not do does not happen. After each act stands what there is then. */
function play(given: readonly Act[]): { history: BoardHistory; after: Map<string, Kept>[] } {
  const history = new BoardHistory();
  const now = new Map<string, Kept>();
  const after: Map<string, Kept>[] = [];
  for (const [hour, { card, does, stage }] of given.entries()) {
    const change = (kind: string, field: string, newValue: unknown): RecordedChange[] => [
      {
        painPointId: card,
        at: instantOf(START + hour * 3_600_000),
        kind,
        field,
        newValue,
        oldValue: null,
        restores: null,
      },
    ];
    const known = now.get(card);
    const cost = { peopleAffected: 0, hoursLostPerPersonPerWeek: 0, directCostPerWeek: 0, effortDays: null };
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
    else if (does === 'confirm' && known.onBoard && known.stage === 'done') {
      said(change(ChangeKind.CONFIRMED, 'confirmed', true), { ...known, confirmed: true });
    }
    after.push(structuredClone(now));
  }
  return { history, after };
}

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
        for (const id of net.confirmed) expect(is(id)).toMatchObject({ onBoard: true, confirmed: true });
      }),
    );
  });

  it('says nothing of a time in which nothing happened, and tells each newcomer in one meeting', () => {
    fc.assert(
      fc.property(acts, fc.nat(25), (given, cut) => {
        const { history } = play(given);
        const middle = hour(Math.min(cut, given.length) - 1);
        const end = hour(given.length);
        const none = { raised: [], moved: [], fixed: [], confirmed: [], left: [], returned: [] };
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
