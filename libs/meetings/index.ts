export { ReadTrustFigures, type TrustFigures } from './application/read-trust-figures.js';
export { MeetingsModule } from './meetings.module.js';
