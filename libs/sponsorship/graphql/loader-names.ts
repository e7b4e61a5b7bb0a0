/** The names under which this part registers its loaders. */
export const SPONSORSHIPS_LOADER = 'sponsorships';
export const COMMITMENTS_LOADER = 'commitments';
export const SLIPS_LOADER = 'slips';
export const WORKERS_LOADER = 'workersOnPainPoint';
export const REQUESTS_LOADER = 'confirmationRequests';
export const CONFIRMATIONS_LOADER = 'confirmations';
