import type { Win } from './meeting.graphql.js';

/** A card that is told of as fixed, with what it cost as it is estimated now. */
interface FixedCard {
  readonly key: string;
  readonly bleedPerWeek: number;
}

type ToldWin = Pick<Win, 'givesBackPerWeek' | 'givesBackIsEstimate'> & {
  readonly cards: readonly { readonly key: string }[];
};

/** Why a card is told to have cost one amount and its win to give back another; undefined where no two differ. */
export function sayTwoAmounts(cards: readonly FixedCard[], wins: readonly ToldWin[]): string | undefined {
  const costs = new Map(cards.map(({ key, bleedPerWeek }) => [key, bleedPerWeek]));
  const two = wins.filter(({ cards: its, givesBackPerWeek }) => {
    if (givesBackPerWeek === null || !its.every(({ key }) => costs.has(key))) return false;
    const cost = its.reduce((sum, { key }) => sum + (costs.get(key) ?? 0), 0);
    return Math.round(cost) !== Math.round(givesBackPerWeek);
  });
  if (two.length === 0) return undefined;
  return two.some(({ givesBackIsEstimate }) => !givesBackIsEstimate)
    ? 'What a card cost is an estimate. What its win gives back is what was said when it was told, so the two may differ.'
    : 'What a card cost is estimated as of now. What its win gives back is estimated as of when it was planned, less what its measure leaves.';
}
