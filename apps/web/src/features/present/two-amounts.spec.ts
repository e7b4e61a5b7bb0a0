import { sayTwoAmounts } from './two-amounts.js';

describe('what a card cost and what its win gives back', () => {
  const cards = [
    { key: 'P-1', bleedPerWeek: 600.4 },
    { key: 'P-2', bleedPerWeek: 200 },
  ];
  const win = (givesBackPerWeek: number | null, keys: readonly string[], givesBackIsEstimate = false) => ({
    givesBackPerWeek,
    givesBackIsEstimate,
    cards: keys.map((key) => ({ key })),
  });

  it('are explained where they are two amounts', () => {
    expect(sayTwoAmounts(cards, [win(840, ['P-1'])])).toContain('what was said when it was told');
    expect(sayTwoAmounts(cards, [win(450, ['P-1'], true)])).toContain('less what its measure leaves');
    expect(sayTwoAmounts(cards, [win(450, ['P-1'], true), win(840, ['P-2'])])).toContain('what was said');
  });

  it('need no words where they are the same, or where only one of them is told', () => {
    expect(sayTwoAmounts(cards, [win(600, ['P-1']), win(800.4, ['P-1', 'P-2'])])).toBeUndefined();
    expect(sayTwoAmounts(cards, [win(null, ['P-1']), win(840, ['P-3']), win(840, ['P-1', 'P-3'])])).toBeUndefined();
    expect(sayTwoAmounts([], [])).toBeUndefined();
  });
});
