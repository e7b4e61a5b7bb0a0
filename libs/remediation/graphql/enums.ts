import { registerEnumType } from '@nestjs/graphql';
import { PainPointSort } from '../application/read-pain-points.js';
import { CommitmentTiming } from '../domain/commitment-timing.js';
import { Quadrant } from '../domain/bleeding.js';
import { ChangeKind } from '../domain/change.js';
import { CloseReason } from '../domain/pain-point.js';
import { TaskState } from '../domain/remediation-task.js';
import { StageCategory } from '../domain/stage.js';
import { SilenceReason } from '../domain/silence.js';
import { Visibility } from '../domain/visibility.js';

registerEnumType(StageCategory, {
  name: 'StageCategory',
  description: 'What a stage means, whatever a team calls it.',
});
registerEnumType(TaskState, { name: 'TaskState', description: 'How far a task is.' });
registerEnumType(Quadrant, { name: 'Quadrant', description: 'A corner of the impact/effort plot.' });
registerEnumType(CloseReason, { name: 'CloseReason', description: 'How a pain point leaves the board without a fix.' });
registerEnumType(Visibility, { name: 'Visibility', description: 'Internal to IT, or shared with the sponsors.' });
registerEnumType(CommitmentTiming, {
  name: 'CommitmentTiming',
  description: 'How a promised date stands to today, while the card is not done.',
});
registerEnumType(SilenceReason, {
  name: 'SilenceReason',
  description: 'Nobody has answered for 3 working days, or for 14 days nothing was said that its sponsors could see.',
});
registerEnumType(ChangeKind, { name: 'ChangeKind', description: 'What happened to a pain point.' });
registerEnumType(PainPointSort, { name: 'PainPointSort', description: 'The order of a list of pain points.' });
