import { count, day, money, number } from '../../format.js';
import { StageMark } from '../../ui/stage-mark.js';
import { useBoardFilter } from '../board/board-filter.js';
import type { Kiosk, KioskPromise, KioskStage } from './kiosk.graphql.js';
import styles from './kiosk.module.css';
import lines from './lines.module.css';
import { CardLines } from './lines.js';
import { ofSlice } from './meeting-words.js';
import { Sign, type SignKind } from './signs.js';
import { Paged } from './paged.js';
import { PlotPicture } from './plot-picture.js';
import { type PageOfSlide, Slide, SlideHead } from './slide.js';

interface ViewProps extends PageOfSlide {
  data: Kiosk;
  /** When it was read, in milliseconds. */
  readAt: number;
  deep: boolean;
}

/** What stands where: the stages, and the cards of each, its name above them on every page. */
export function BoardView({ data, ...slide }: ViewProps) {
  const { board } = data;
  const open = board.stages.filter(({ category }) => category !== 'FIXED');
  const all = board.stages.reduce((sum, stage) => sum + stage.count, 0);
  const cards = open.reduce((sum, stage) => sum + stage.count, 0);
  // What is fixed has pages of its own, under the wins.
  const fixed = all - cards;
  return (
    <Slide
      {...slide}
      columns={2}
      over={`${money(bleedingOf(board), board.currency)} a week${fixed > 0 ? `, ${number(fixed)} fixed` : ''}`}
      title={
        cards === 0 ? `Nothing${ofSlice(data)} bleeds that we know of` : `${count(cards, 'pain point')} not fixed yet`
      }
    >
      {open.map((stage) => (
        <section key={stage.id} className={styles['stage']}>
          <h2 className={styles['stageName']}>
            <StageMark category={stage.category} /> {stage.name}: {number(stage.count)}
          </h2>
          <StageCards stage={stage} currency={board.currency} />
        </section>
      ))}
    </Slide>
  );
}

function StageCards({ stage, currency }: { stage: KioskStage; currency: string }) {
  const { category, count: all, painPoints } = stage;
  const first = painPoints.nodes;
  if (first.length === 0) return <p className={styles['soft']}>none</p>;
  return (
    <>
      <CardLines
        currency={currency}
        lines={first.map(({ id, key, title, bleedPerWeek, businessUnit }) => ({
          painPointId: id,
          key,
          title,
          bleedPerWeek,
          stage: null,
          category,
          businessUnit: businessUnit?.name ?? null,
        }))}
      />
      {all > first.length && <p className={styles['soft']}>and {number(all - first.length)} more</p>}
    </>
  );
}

/** What is shown and not fixed, together. */
function bleedingOf({ stages }: Kiosk['board']): number {
  return stages.reduce((sum, { category, bleedPerWeek }) => sum + (category === 'FIXED' ? 0 : bleedPerWeek), 0);
}

/** How much bled a week over the last twelve, on a page of its own; then how much bleeds now, and where. */
export function BleedingView({ data, readAt, page, onPages, onPage }: ViewProps) {
  const { board, trustFigures, slice: part } = data;
  const { filter } = useBoardFilter();
  const all = bleedingOf(board);
  const { bleedNewThisWeek, bleedStoppedThisWeek, confirmed, fixed } = trustFigures;
  return (
    <Paged page={page} onPages={onPages} onPage={onPage}>
      <PlotPicture kind="BLEEDING" boardId={board.id} filter={filter} readAt={readAt} width={1728} height={800} />
      <div className={styles['ownPage']}>
        <SlideHead over="bleeding, estimated" title={`${money(all, board.currency)} a week`} />
        <p className={styles['facts']}>
          {part && <span>of the whole board:</span>}
          <span>{money(bleedNewThisWeek, board.currency)} new this week</span>
          <span>{money(bleedStoppedThisWeek, board.currency)} stopped this week</span>
          {fixed > 0 && (
            <span>
              {number(confirmed)} of {number(fixed)} fixed are confirmed
            </span>
          )}
        </p>
        <ul className={styles['shares']}>
          {board.stages
            .filter(({ category }) => category !== 'FIXED')
            .map(({ id, name, category, bleedPerWeek }) => (
              <li key={id}>
                <span>
                  <StageMark category={category} /> {name}
                </span>
                <span className={styles['track']}>
                  <span style={{ width: `${(100 * bleedPerWeek) / Math.max(all, 1)}%` }} />
                </span>
                <span>{money(bleedPerWeek, board.currency)}</span>
              </li>
            ))}
        </ul>
      </div>
    </Paged>
  );
}

/** What got better of late. */
export function WinsView({ data, ...slide }: ViewProps) {
  const { wins } = data;
  return (
    <Slide {...slide} over="wins" title={wins.length === 0 ? `No win${ofSlice(data)} was told yet` : 'What got better'}>
      {wins.length === 0 && (
        <p className={styles['none']}>
          A win is told when something hurts less: what got better, by how much, and whom to thank.
        </p>
      )}
      <ul>
        {wins.map(({ id, headline, measure, unit, before, after, achievedOn, thanks }) => (
          <li key={id} className={styles['win']}>
            <p className={styles['headline']}>
              <Sign kind="kept" /> {headline}
            </p>
            <p className={lines['facts']}>
              <span>{day(achievedOn)}</span>
              {before !== null && after !== null && (
                <span>
                  {measure ?? 'Measured'}: from {number(before)} to {number(after)} {unit ?? ''}
                </span>
              )}
              {thanks.length > 0 && <span>thanks to {thanks.map(({ name }) => name).join(', ')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Slide>
  );
}

/** What is promised, what is late, and how often IT keeps its word. */
export function CommitmentsView({ data: { commitments }, ...slide }: ViewProps) {
  const { rate, overdue, dueThisWeek } = commitments;
  const { kept, due } = rate;
  return (
    <Slide
      {...slide}
      over="commitments of twelve weeks"
      title={due === 0 ? 'No promise has fallen due yet' : `${number(kept)} of ${count(due, 'promise')} kept`}
    >
      {overdue.length + dueThisWeek.length === 0 && (
        <p className={styles['none']}>Nothing is late, and nothing falls due this week.</p>
      )}
      <ul className={lines['lines']}>
        {overdue.map((promise) => (
          <PromiseLine key={promise.commitment.id} promise={promise} sign="broken" word="overdue" />
        ))}
        {dueThisWeek.map((promise) =>
          promise.outcome === 'AWAITED' ? (
            <PromiseLine
              key={promise.commitment.id}
              promise={promise}
              sign="asked"
              word="done, its sponsors have the word"
            />
          ) : (
            <PromiseLine
              key={promise.commitment.id}
              promise={promise}
              sign="due"
              word={`due ${day(promise.commitment.dueOn)}`}
            />
          ),
        )}
      </ul>
    </Slide>
  );
}

function PromiseLine({ promise, sign, word }: { promise: KioskPromise; sign: SignKind; word: string }) {
  const { commitment, painPoint } = promise;
  const { by, dueOn, firstDueOn } = commitment;
  return (
    <li>
      <p className={lines['outcome']}>
        <Sign kind={sign} /> {word}
      </p>
      <p className={lines['title']}>
        <span className={lines['key']}>{painPoint.key}</span> {painPoint.title}
      </p>
      <p className={lines['facts']}>
        <span>promised by {by.name}</span>
        {firstDueOn !== dueOn && <span>first for {day(firstDueOn)}</span>}
      </p>
    </li>
  );
}
