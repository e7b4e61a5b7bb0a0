import fc from 'fast-check';
import { Confirmation, whyNotConfirm } from './confirmation.js';

const sponsor = { isSponsor: true, onlyTypedIt: false, workedOnIt: false, category: 'CHECKING' };
const answer = { id: 'c', painPointId: 'p', personId: 's', at: '2026-11-23T10:00:00.000Z' };

describe('the answer to "is it fixed?"', () => {
  it('is for those alone who sponsor it and did not work on it, once IT says that it is done', () => {
    fc.assert(
      fc.property(
        fc.record({
          isSponsor: fc.boolean(),
          onlyTypedIt: fc.boolean(),
          workedOnIt: fc.boolean(),
          category: fc.constantFrom('BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED'),
        }),
        (who) => {
          const done = who.category === 'CHECKING' || who.category === 'FIXED';
          const may = who.isSponsor && !who.onlyTypedIt && !who.workedOnIt && done;
          expect(whyNotConfirm(who) === null).toBe(may);
        },
      ),
    );
  });

  it('needs words when it still bleeds, and none when it is fixed', () => {
    expect(() => Confirmation.answer({ ...answer, fixed: false, words: ' ' }, sponsor)).toThrow(/still hurts/);
    expect(Confirmation.answer({ ...answer, fixed: true }, sponsor).words).toBe('');
  });

  it.each([0, 6, 3.5])('refuses the rating %d', (rating) => {
    expect(() => Confirmation.answer({ ...answer, fixed: true, rating }, sponsor)).toThrow(/1 to 5/);
  });
});
