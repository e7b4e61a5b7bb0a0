/** The names under which this part registers its loaders. */
export const SPONSORSHIPS_LOADER = 'sponsorships';
export const COMMITMENTS_LOADER = 'commitments';
export const WORKERS_LOADER = 'workersOnPainPoint';
