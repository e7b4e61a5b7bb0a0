/** The type of the event that this part records. */
export const PAIN_POINTS_IMPORTED = 'PainPointsImported';

/** Many pain points came in one go; `counts` says whose they are, so that each person hears of it once. */
export interface PainPointsImported {
  importId: string;
  counts: { personId: string; painPointIds: string[] }[];
}
