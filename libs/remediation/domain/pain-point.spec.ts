import fc from 'fast-check';
import { PainPoint } from './pain-point.js';
import type { PainPointEdit } from './pain-point-edit.js';
import { rankBetween } from './rank.js';
import { Stage, type StageCategory } from './stage.js';

const NOW = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-24T10:00:00.000Z';
const RANK = rankBetween(null, null);

const stage = (category: StageCategory) =>
  Stage.make({ id: category, boardId: 'b', name: category, category, wipLimit: null, position: RANK });
const BLEEDING = stage('BLEEDING');
const TREATING = stage('TREATING');
const CHECKING = stage('CHECKING');
const FIXED = stage('FIXED');

const raised = (details: Partial<PainPointEdit> = {}, into = BLEEDING, id = 'p') =>
  PainPoint.raise({
    id,
    boardId: 'b',
    key: `P-${id}`,
    stage: into,
    rank: RANK,
    raiserId: 'sponsor',
    typedById: 'it',
    raisedAt: NOW,
    details: { title: 'The lamp flickers', ...details },
  });

describe('a pain point', () => {
  it('needs a title of its own, and takes nothing that is not checked', () => {
    expect(() => raised({ title: ' \n' })).toThrow(/title is missing/);
    const wrong: [PainPointEdit, RegExp][] = [
      [{ title: 'x'.repeat(201) }, /title has 201 characters/],
      [{ peopleAffected: 1.5 }, /whole number/],
      [{ peopleAffected: -1 }, /from 0 to/],
      [{ hoursLostPerPersonPerWeek: 169 }, /from 0 to 168/],
      [{ directCostPerWeek: Number.NaN }, /number from 0/],
      [{ effortDays: Number.POSITIVE_INFINITY }, /number from 0/],
      [{ tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) }, /up to 20 tags/],
      [{ tags: ['x'.repeat(41)] }, /tag has 41 characters/],
    ];
    for (const [edit, says] of wrong) {
      const painPoint = raised();
      expect(() => painPoint.edit({ description: 'New words', ...edit })).toThrow(says);
      expect(painPoint.description).toBe('');
    }
  });

  it('keeps each tag once, whatever its capitals, and forgets empty ones', () => {
    expect(raised({ tags: [' VPN ', 'vpn', '', 'Till'] }).tags).toEqual(['VPN', 'Till']);
  });

  it('tells what an edit changed and leaves alone what it did not name', () => {
    const painPoint = raised({ description: 'It flickers at noon.' });
    expect(painPoint.edit({ title: ' The lamp flickers ', tags: [] })).toEqual([]);
    expect(painPoint.edit({ title: 'The lamp is out', effortDays: 2 })).toEqual([
      { field: 'title', from: 'The lamp flickers', to: 'The lamp is out' },
      { field: 'effortDays', from: null, to: 2 },
    ]);
    expect(painPoint.description).toBe('It flickers at noon.');
  });

  it('is young in a stage it has just come to, and ages on when it only changes its place there', () => {
    const painPoint = raised();
    painPoint.moveTo(BLEEDING, rankBetween(RANK, null), LATER);
    expect(painPoint.enteredStageAt).toBe(NOW);
    painPoint.moveTo(TREATING, RANK, LATER);
    expect(painPoint.enteredStageAt).toBe(LATER);
  });

  it('is fixed since it came to a fixed stage, and is confirmed no longer once it leaves', () => {
    const painPoint = raised();
    painPoint.moveTo(FIXED, RANK, LATER);
    painPoint.confirm();
    painPoint.moveTo({ ...stage('FIXED'), id: 'archive' } as Stage, RANK, '2026-11-30T10:00:00.000Z');
    expect(painPoint).toMatchObject({ fixedAt: LATER, confirmed: true });
    painPoint.moveTo(CHECKING, RANK, '2026-11-30T10:00:00.000Z');
    expect(painPoint).toMatchObject({ fixedAt: null, confirmed: false });
  });

  it('is never confirmed without being fixed, wherever it is moved and taken back to', () => {
    const act = fc.constantFrom('BLEEDING', 'TREATING', 'CHECKING', 'FIXED', 'confirm', 'back', 'reopen');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const painPoint = raised();
        const places = [painPoint.place()];
        for (const what of acts) {
          const fixed = painPoint.stageId === 'FIXED';
          if (what === 'confirm') {
            if (fixed) painPoint.confirm();
          } else if (what === 'reopen') {
            painPoint.countReopening(LATER);
          } else if (what === 'back') {
            painPoint.returnTo(places.at(-1) ?? painPoint.place(), RANK, LATER);
          } else {
            places.push(painPoint.place());
            painPoint.moveTo(stage(what), RANK, LATER);
          }
          if (painPoint.confirmed) expect(painPoint.stageId).toBe('FIXED');
          expect(painPoint.fixedAt !== null).toBe(painPoint.stageId === 'FIXED');
        }
      }),
    );
  });

  it('is as silent as before when a slip is taken back, unless a word was said since', () => {
    const moved = (words: string[]) => {
      const painPoint = raised();
      const place = painPoint.place();
      painPoint.moveTo(TREATING, RANK, LATER);
      painPoint.hear(LATER);
      for (const at of words) painPoint.hear(at);
      painPoint.returnTo(place, RANK, LATER);
      return painPoint.heard;
    };
    expect(moved([])).toEqual({
      awaitedSince: NOW,
      answeredAt: null,
      lastWordAt: NOW,
      ownerToldOn: null,
      leadsToldOn: null,
    });
    const SINCE = '2026-11-25T10:00:00.000Z';
    expect(moved([SINCE])).toMatchObject({ awaitedSince: null, answeredAt: LATER, lastWordAt: SINCE });
  });

  it('leaves the board with a reason alone, and comes back', () => {
    const painPoint = raised();
    expect(() => painPoint.close('DECLINED', '', 'it', NOW)).toThrow(/reason, which its sponsors read, is missing/);
    painPoint.close('PARKED', 'Not now.', 'it', NOW);
    expect(painPoint.onBoard).toBe(false);
    expect(() => painPoint.moveTo(TREATING, RANK, LATER)).toThrow(/left the board. Bring it back first/);
    expect(() => painPoint.close('DECLINED', 'Never.', 'it', NOW)).toThrow(/left the board/);
    painPoint.comeBack(BLEEDING, RANK, LATER);
    expect(painPoint).toMatchObject({ onBoard: true, closedReason: null, closedById: null });
  });

  it('lives on in another once it is merged, and in one that stands on the same board', () => {
    const [one, other] = [raised(), raised({}, BLEEDING, 'q')];
    expect(() => one.mergeInto(one, 'it', NOW)).toThrow(/into itself/);
    expect(() => one.mergeInto(Object.assign(raised({}, BLEEDING, 'r'), { boardId: 'c' }), 'it', NOW)).toThrow(
      /same board/,
    );
    one.mergeInto(other, 'it', NOW);
    for (const act of [
      () => one.moveTo(TREATING, RANK, LATER),
      () => one.comeBack(BLEEDING, RANK, LATER),
      () => other.mergeInto(one, 'it', NOW),
      () => one.assertNotMerged(),
    ]) {
      expect(act).toThrow(/merged into another/);
    }
  });

  it('can bleed again for 90 days after its fix', () => {
    const painPoint = raised({}, FIXED);
    expect(() => painPoint.assertReopenable('2027-02-21T10:00:00.000Z')).not.toThrow();
    expect(() => painPoint.assertReopenable('2027-02-21T10:00:00.001Z')).toThrow(/more than 90 days ago/);
    expect(() => raised().assertReopenable('2030-01-01T00:00:00.000Z')).not.toThrow();
  });

  it('notes what it was said to cost when it was planned, and keeps to that', () => {
    const painPoint = raised({ peopleAffected: 10, hoursLostPerPersonPerWeek: 2 });
    expect(painPoint.estimateWhenPlanned).toBeNull();
    painPoint.moveTo(TREATING, RANK, NOW);
    const said = { peopleAffected: 10, hoursLostPerPersonPerWeek: 2, directCostPerWeek: 0 };
    painPoint.edit({ peopleAffected: 1000 });
    painPoint.moveTo(FIXED, RANK, LATER);
    expect(painPoint.estimateWhenPlanned).toEqual(said);
    painPoint.moveTo(BLEEDING, RANK, LATER);
    painPoint.moveTo(TREATING, RANK, LATER);
    expect(painPoint.estimateWhenPlanned).toEqual({ ...said, peopleAffected: 1000 });
    expect(raised({ directCostPerWeek: 5 }, FIXED).estimateWhenPlanned?.directCostPerWeek).toBe(5);
    expect(raised({}, TREATING).estimateWhenPlanned).toBeNull();
  });
});
