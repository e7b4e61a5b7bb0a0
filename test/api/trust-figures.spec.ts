import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

interface Card {
  counts: boolean;
  value: number | null;
  day: string | null;
  painPoint: { title: string };
}

/** Rule 7: whoever sees a figure can see from which pain points it comes, and count it themselves. */
describe('the trust figures', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open({ at: MORNING });
    world = await startWorld(house.url);
    const hurts = (title: string, peopleAffected: number) =>
      raise(world.sponsor.agent, { title, peopleAffected, hoursLostPerPersonPerWeek: 1 });
    const kept = await hurts('Kept', 4);
    const broken = await hurts('Broken', 2);
    const waits = await hurts('Waits', 3);
    await hurts('Quiet', 1);
    await acts.comment(world.it.agent, kept.id, 'We look at it.', 'SHARED');
    await acts.promise(world.it.agent, kept.id, '2026-11-19');
    await acts.promise(world.it.agent, broken.id, '2026-11-19');
    days(1);
    await to(kept.id, 'CHECKING');
    await world.sponsor.agent.ask('mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }', {
      input: { painPointId: kept.id, fixed: true, rating: 4 },
    });
    days(1);
    await to(waits.id, 'FIXED');
    await to(broken.id, 'CHECKING');
    await acts.answer(world.sponsor.agent, broken.id, false, 'Not here.');
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const days = (count: number) => house.clock.advance(count * MILLISECONDS_PER_DAY);
  const to = (id: string, category: TestStage['category']) =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const figures = async () =>
    (
      await world.sponsor.agent.ask<{ trustFigures: Record<string, unknown> }>(
        `{ trustFigures { kept { kept due } bleedPerWeek bleedNewThisWeek bleedStoppedThisWeek bleedStoppedThisMonth
             fixed confirmed brought checked reopened meanRating ratings answered unanswered timeToFixed { days } } }`,
      )
    ).trustFigures;
  const behind = async (figure: string) => {
    const { figureCards } = await world.sponsor.agent.ask<{ figureCards: { total: number; cards: Card[] } }>(
      `query ($figure: TrustFigure!) {
        figureCards(figure: $figure) { total cards { counts value day painPoint { title } } } }`,
      { figure },
    );
    expect(figureCards.cards).toHaveLength(figureCards.total);
    return figureCards.cards;
  };
  const named = (cards: readonly Card[]) => cards.map(({ counts, painPoint }) => [painPoint.title, counts]);
  const sum = (cards: readonly Card[]) => cards.reduce((whole, { value }) => whole + (value ?? 0), 0);

  it('open to the pain points that they are computed from, which add up to them', async () => {
    expect(await figures()).toMatchObject({
      kept: { kept: 1, due: 2 },
      fixed: 2,
      confirmed: 1,
      checked: 3,
      reopened: 1,
      meanRating: 4,
      ratings: 1,
      answered: 3,
      unanswered: 1,
      timeToFixed: { days: [1] },
    });
    expect((await figures())['brought']).toBe(0);
    expect(await behind('KEPT')).toEqual([
      { counts: false, value: null, day: '2026-11-19', painPoint: { title: 'Broken' } },
      { counts: true, value: null, day: '2026-11-19', painPoint: { title: 'Kept' } },
    ]);
    expect(named(await behind('CONFIRMED'))).toEqual([
      ['Waits', false],
      ['Kept', true],
    ]);
    expect((await behind('REOPENED')).filter(({ counts }) => counts).map(({ value }) => value)).toEqual([1]);
    expect((await behind('RATED')).map(({ value }) => value)).toEqual([4]);
    expect((await behind('TIME_TO_FIXED')).map(({ value }) => value)).toEqual([1]);
    expect((await behind('AGE')).map(({ painPoint }) => painPoint.title)).toEqual(['Broken', 'Quiet']);
    expect(named(await behind('ANSWERED'))[0]).toEqual(['Quiet', false]);
    expect((await behind('ANSWERED')).filter(({ counts }) => counts)).toHaveLength(3);
  });

  it('never take a word that a lead brought for one that a sponsor gave', async () => {
    const { id } = await raise(world.otherSponsor.agent, { title: 'Brought' });
    await to(id, 'CHECKING');
    await world.lead.agent.ask('mutation ($input: ConfirmFixedForInput!) { confirmFixedFor(input: $input) { id } }', {
      input: { painPointId: id, personId: world.otherSponsor.id, fixed: true, howKnown: 'On the phone' },
    });
    expect(await figures()).toMatchObject({ confirmed: 2, brought: 1 });
    await acts.answer(world.otherSponsor.agent, id, true, 'Yes, indeed.');
    expect(await figures()).toMatchObject({ confirmed: 2, brought: 0 });
  });

  it.each([
    ['BLEEDING', 'bleedPerWeek'],
    ['NEW_THIS_WEEK', 'bleedNewThisWeek'],
    ['STOPPED_THIS_WEEK', 'bleedStoppedThisWeek'],
    ['STOPPED_THIS_MONTH', 'bleedStoppedThisMonth'],
  ])('say in money a week what each pain point has in them: %s', async (figure, field) => {
    const cards = await behind(figure);
    expect(sum(cards)).toBe((await figures())[field]);
    expect(cards.map(({ value }) => value)).toEqual(
      cards.map(({ value }) => value).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
    );
  });
});
