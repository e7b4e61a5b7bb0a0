import type { BleedEffects, CommitmentNews, Minutes, SinceLast } from './minutes.js';

type Untold<Told, Key extends keyof Told> = Omit<Told, Key> & Partial<Pick<Told, Key>>;

/** Minutes as they are stored: those that were kept earlier do not tell all that is told by now. */
export interface StoredMinutes extends Omit<Minutes, 'sinceLast' | 'commitments' | 'promised'> {
  readonly sinceLast: Untold<SinceLast, 'effects' | 'reestimated'>;
  readonly commitments: Untold<Minutes['commitments'], 'fellDue'>;
  readonly promised?: Minutes['promised'];
}

/** What minutes do not tell since it was not told yet when they were kept, out of what they do tell. */
export function completed({ sinceLast, commitments, promised = [], ...minutes }: StoredMinutes): Minutes {
  const { kept, broken, fellDue = kept.length + broken.length } = commitments;
  const { effects = effectsTold(sinceLast), reestimated = { count: 0, cards: [] } } = sinceLast;
  return {
    ...minutes,
    sinceLast: { ...withNews(sinceLast, ['kept', 'broken', 'postponed']), effects, reestimated },
    commitments: { ...withNews(commitments, ['kept', 'broken', 'moved', 'awaited', 'dueNext']), fellDue },
    promised: promised.map(withMiss),
  };
}

/** What each kind of change did, out of the cards that are told: of a card that came back as if it had not bled before. */
function effectsTold({ bleedThen, bleedNow, ...told }: StoredMinutes['sinceLast']): BleedEffects {
  const [raised, reopened, returned] = [
    told.raised.bleedPerWeek,
    told.reopened.bleedPerWeek,
    told.returned.bleedPerWeek,
  ];
  const fixed = -told.fixed.bleedPerWeek;
  const left = -told.left.cards.reduce((sum, { card }) => sum + card.bleedPerWeek, 0);
  const reestimated = bleedNow - bleedThen - (raised + reopened + returned + fixed + left);
  return { raised, reopened, returned, fixed, left, reestimated };
}

function withNews<Part extends Record<Key, readonly CommitmentNews[]>, Key extends string>(
  part: Part,
  keys: readonly Key[],
): Part {
  return { ...part, ...Object.fromEntries(keys.map((key) => [key, part[key].map(withMiss)])) };
}

function withMiss(news: CommitmentNews): CommitmentNews {
  return { ...news, missedBefore: (news as Partial<CommitmentNews>).missedBefore ?? false };
}
