export { type DayThen, type Past, ReadFlow } from './application/read-flow.js';
export { ReadTrustFigures, type TrustFigures } from './application/read-trust-figures.js';
export type { BoardThen, CardThen, StageTotal, TotalsThen } from './domain/flow.js';
export { NO_PACE, type StagePace } from './domain/stage-pace.js';
export { MeetingsModule } from './meetings.module.js';
