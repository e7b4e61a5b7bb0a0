/** How a promised date stands to today, while the card is not done. The part that keeps the promises says which. */
export const CommitmentTiming = { NEAR: 'NEAR', PAST: 'PAST' } as const;
export type CommitmentTiming = (typeof CommitmentTiming)[keyof typeof CommitmentTiming];
