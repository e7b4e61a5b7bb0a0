import { instantAfter } from '@stanch/kernel';
import fc from 'fast-check';
import { goingOf, MANY, MANY_OF_ONE, type WaitingMail } from './bundling.js';

const NOW = '2026-11-23T10:00:00.000Z';
const WINDOW = 120_000;
let cards = 0;
/** A mail of a move, made so many seconds ago. */
const mail = (secondsAgo: number, more: Partial<WaitingMail> = {}): WaitingMail => {
  cards += 1;
  const createdAt = instantAfter(NOW, -secondsAgo * 1_000);
  return {
    kind: 'moved',
    painPointId: `p${cards}`,
    createdAt,
    sendAfter: instantAfter(createdAt, WINDOW),
    attempts: 0,
    // Each by somebody else, when nothing is said.
    notice: { by: `Person ${cards}` },
    ...more,
  };
};
const going = (one: WaitingMail, others: WaitingMail[]) => goingOf(one, others, NOW, WINDOW);
const times = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('the mails of a bulk change', () => {
  it('go together once the last of them is due, and wait for it until then', () => {
    const first = mail(120);
    const rest = times(29, (index) => mail(119 - index));
    const last = rest.at(-1)?.sendAfter;
    expect(going(first, rest)).toEqual({ how: 'WAIT', until: last });
    const due = times(30, (index) => mail(200 - index));
    expect(going(due[0] as WaitingMail, due.slice(1))).toMatchObject({ how: 'TOGETHER', mails: { length: 30 } });
  });

  it('go alone while they are few, or all of one pain point', () => {
    expect(
      going(
        mail(130),
        times(MANY - 2, () => mail(130)),
      ),
    ).toEqual({ how: 'ALONE' });
    const painPointId = 'the same';
    expect(
      going(
        mail(130, { painPointId }),
        times(10, () => mail(130, { painPointId })),
      ),
    ).toEqual({ how: 'ALONE' });
  });

  it('go together sooner when one person moved them all', () => {
    const notice = { by: 'Ivo Itman' };
    const of = (count: number) => times(count, () => mail(130, { notice }));
    expect(going(mail(130, { notice }), of(MANY_OF_ONE - 1))).toMatchObject({ how: 'TOGETHER' });
    expect(going(mail(130, { notice }), of(MANY_OF_ONE - 2))).toEqual({ how: 'ALONE' });
    const raised = () => mail(130, { notice, kind: 'raised' });
    expect(going(raised(), times(MANY_OF_ONE - 1, raised))).toEqual({ how: 'ALONE' });
    const byNobody = { by: null };
    expect(
      going(
        mail(130, { notice: byNobody }),
        times(MANY_OF_ONE - 1, () => mail(130, { notice: byNobody })),
      ),
    ).toEqual({ how: 'ALONE' });
  });

  it('leave a question, what was asked for, and what was tried before to themselves', () => {
    const many = times(10, () => mail(130));
    for (const kind of ['asked', 'reminded', 'signInLink', 'invited', 'digest'] as const) {
      expect(going(mail(130, { kind }), many)).toEqual({ how: 'ALONE' });
      const together = going(mail(130), [...many, mail(130, { kind })]);
      expect(together.how === 'TOGETHER' && together.mails.some((one) => one.kind === kind)).toBe(false);
    }
    expect(going(mail(130, { attempts: 1 }), many)).toEqual({ how: 'ALONE' });
  });

  it('never wait longer than three windows, whatever else comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -600, max: 600 }), { maxLength: 40 }),
        fc.integer({ min: 120, max: 900 }),
        (ages, age) => {
          const one = mail(age);
          const found = going(
            one,
            ages.filter((seconds) => seconds >= 0).map((seconds) => mail(seconds)),
          );
          if (found.how === 'WAIT') {
            expect(found.until > NOW).toBe(true);
            expect(found.until <= instantAfter(one.createdAt, 3 * WINDOW)).toBe(true);
          }
          if (found.how === 'TOGETHER') expect(found.mails).toContain(one);
        },
      ),
    );
  });
});
