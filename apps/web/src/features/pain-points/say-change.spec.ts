import { sayChange } from './say-change.js';

type Change = Parameters<typeof sayChange>[0];

describe('a line of the history', () => {
  it.each<[Change['kind'], string, string | null, string | null, string]>([
    ['MOVED', 'stage', 'Planned', 'Treating', 'moved it from Planned to Treating'],
    ['MOVED', 'rank', 'Planned', 'Planned', 'gave it another place in Planned'],
    ['EDITED', 'peopleAffected', '0', '12', 'set how many people it hits to 12'],
    ['EDITED', 'ownerId', 'Ada', 'Ben', 'changed who has it in hand from Ada to Ben'],
    ['EDITED', 'description', 'old', 'new', 'changed the sponsor’s words'],
    ['EDITED', 'ownerId', 'Ada', null, 'emptied who has it in hand'],
    ['COMMITMENT', 'commitment.broken', '2020-11-10', null, 'saw that the promise of 10 Nov 2020 was not kept'],
    ['WORKAROUND', 'workaround', null, 'Restart it', 'offered a workaround: “Restart it”'],
    ['WORKAROUND', 'workaround.ended', 'Restart it', 'No use', 'took the workaround back: “No use”'],
    [
      'CONFIRMED',
      'confirmed',
      null,
      'Fixed: 4 of 5: At last: quiet',
      'said that it is fixed, 4 of 5: “At last: quiet”',
    ],
    ['CONFIRMED', 'confirmed', null, 'Fixed', 'said that it is fixed'],
    ['CONFIRMED', 'confirmed', null, 'Still bleeding: It is back', 'said that it is still bleeding: “It is back”'],
    ['TASK', 'task.state', 'Call: them: TODO', 'Call: them: DONE', 'said that the step “Call: them” is done'],
    ['TASK', 'task.dropped', 'Call them', null, 'took the step “Call them” back'],
    ['TASK', 'task.assigneeId', 'Call them: Ada', null, 'took the step “Call them” from Ada'],
  ])('%s %s from %j to %j', (kind, field, from, to, words) => {
    expect(sayChange({ kind, field, from, to }).replace('Nov 10, 2020', '10 Nov 2020')).toBe(words);
  });
});
