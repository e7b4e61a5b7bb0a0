import { count, today } from '../../format.js';
import { PromiseLines } from './lines.js';
import type { Meeting } from './meeting.graphql.js';
import { ofSlice, sinceThen } from './meeting-words.js';
import { type PageOfSlide, Part, Slide } from './slide.js';
import styles from './wins.module.css';

interface CommitmentsProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
}

/** The promises that fell due since the last meeting: broken, moved or kept, and why. */
export function DueSince({ meeting, deep, ...page }: CommitmentsProps) {
  const { kept, broken, moved, awaited, fellDue } = meeting.commitments;
  const all = [...broken, ...moved, ...awaited, ...kept];
  const day = today(new Date(meeting.endedAt ?? meeting.readAt));
  const early = awaited.filter(({ dueOn }) => dueOn > day);
  const title =
    all.length === 0
      ? `No promise${ofSlice(meeting)} fell due ${sinceThen(meeting)}`
      : fellDue > 0
        ? `${kept.length} of ${count(fellDue, 'promise')} kept`
        : moved.length > 0
          ? `${count(moved.length, 'promise')} moved`
          : `${count(awaited.length, 'promise waits', 'promises wait')} for the word of a sponsor`;
  return (
    <Slide {...page} deep={deep} over={`due ${sinceThen(meeting)}`} title={title}>
      <PromiseLines promises={all.filter((one) => !early.includes(one))} />
      {early.length > 0 && (
        <Part name="Done before its day">
          <PromiseLines promises={early} />
        </Part>
      )}
    </Slide>
  );
}

/** What is promised next. */
export function DueNext({ meeting, deep, ...page }: CommitmentsProps) {
  const { dueNext } = meeting.commitments;
  return (
    <Slide
      {...page}
      deep={deep}
      over="until the next meeting"
      title={
        dueNext.length === 0
          ? `Nothing${ofSlice(meeting)} is promised for the days to come`
          : `${count(dueNext.length, 'promise')} to keep next`
      }
    >
      {dueNext.length === 0 && (
        <p className={styles['none']}>
          A promise is a date with a name behind it. The walk over the board is the place to make one.
        </p>
      )}
      <PromiseLines promises={dueNext} />
    </Slide>
  );
}
