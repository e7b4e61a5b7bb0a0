import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { atLeast, useViewer } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { forgetDraftsOf } from '../../ui/use-draft.js';
import { useBoardFilter } from '../board/board-filter.js';
import { STEP_WORDS } from '../meetings/step-words.js';
import { ACT_CHOICES } from './acts.graphql.js';
import { roomAfter, useNarrow, useRoomChoices } from './device-choices.js';
import { Foot, Head, Rail, Sheet, useNow } from './frame.js';
import { KeySheet } from './key-sheet.js';
import { type Act, type Command, commandOf } from './keys.js';
import type { Meeting } from './meeting.graphql.js';
import { PhoneCode } from './phone-code.js';
import { back, count, jump, next } from './place.js';
import styles from './present.module.css';
import { Prompt } from './prompt.js';
import { actsHere, type Asked, questionsOf, type Subject, tellsWhom } from './questions.js';
import { Shown } from './shown.js';
import { SlicePrompt } from './slice-prompt.js';
import { slidesOf } from './slides.js';
import { useActs } from './use-acts.js';
import { useAwake } from './use-awake.js';
import { type MeetingState, type Steering, useMeeting } from './use-meeting.js';
import { usePlace } from './use-place.js';
import { useSlice } from './use-slice.js';

/** A meeting on the big screen, and on every screen that follows it. */
export function MeetingScreen({ id }: { id: string }) {
  const works = atLeast(useViewer().role, 'IT');
  const { own } = useBoardFilter();
  const [walk, setWalk] = useState(WALK_AT_ONCE);
  const state = useMeeting({ id, acts: works, filter: own, walk });
  const further = useCallback(() => setWalk((before) => before + WALK_AT_ONCE), []);
  useAwake();
  if (state.meeting) {
    return <OpenMeeting key={id} {...state} meeting={state.meeting} works={works} further={further} />;
  }
  return (
    <Sheet>
      <div className={styles['safe']}>
        <h1 className={styles['opening']} aria-live="polite">
          {state.error ? 'This meeting could not be opened' : 'Opening the meeting …'}
        </h1>
        {state.error !== undefined && (
          <>
            <p>{sayError(state.error)}</p>
            <p>
              <button type="button" className={styles['big']} onClick={() => void state.refresh()}>
                Try again
              </button>
            </p>
          </>
        )}
      </div>
    </Sheet>
  );
}

/** So many cards of the walk are read at once. */
const WALK_AT_ONCE = 100;
/** So near to the last one that was read, the next ones are. */
const NEAR_THE_LAST = 20;

type Overlay =
  | { kind: 'keys' }
  | { kind: 'phone' }
  | { kind: 'slice' }
  | { kind: 'acts' }
  | { kind: 'ask'; asked: Asked; subject: Subject | undefined };

function OpenMeeting({
  meeting,
  readAt,
  expecting,
  onSteer,
  refresh,
  works,
  further,
}: MeetingState & { meeting: Meeting; works: boolean; further: () => void }) {
  const navigate = useNavigate();
  const [{ room, light }, choose] = useRoomChoices();
  const [pages, setPages] = useState<{ of: string; count: number }>({ of: '', count: 1 });
  const [overlay, setOverlay] = useState<Overlay>();
  const [sheetPage, setSheetPage] = useState({ page: 0, of: 1 });
  const [black, setBlack] = useState(false);
  const body = useRef<HTMLElement>(null);

  const steps = useMemo(() => slidesOf(meeting), [meeting]);
  const counted = useRef(pages);
  useEffect(() => {
    counted.current = pages;
  });
  const { place, part, go, lead, follow } = usePlace(meeting, steps, pages);
  const { id: me } = useViewer();
  const slices = useSlice(meeting, part === 'leads', refresh);
  const step = steps[place.step];
  const slide = step?.slides.find(({ id }) => id === place.slide);
  const where = `${place.step} ${place.slide}`;
  const shownPages = pages.of === where ? pages.count : 1;

  const narrow = useNarrow();
  const deep = room === 8 && !narrow;
  useFurther(meeting, step?.kind === 'WALK' ? slide?.painPointId : undefined, further);
  const sheetOpen = overlay?.kind === 'keys';
  const running = meeting.state === 'RUNNING';
  const acts = works && running;
  // A screen that nobody signed in on knows no names to choose from; its address may name a slice.
  const mayNarrow = running && me !== null;
  const { data: choices } = useQuery(ACT_CHOICES, { skip: !acts });
  const people = choices?.people.nodes ?? [];
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const { board } = meeting;
  const doing = useActs(meeting.id, expecting, {
    stage: (id) => board.stages.find((one) => one.id === id),
    person: nameOf,
  });
  const card =
    slide?.painPointId === undefined
      ? undefined
      : meeting.walk.items.find((item) => item.card.painPointId === slide.painPointId)?.card;
  const subject = acts ? subjectOf(card) : undefined;

  const sayFailed = (error: unknown) => doing.say(`This was not done. ${sayError(error)}`, true);
  const ask = (asked: Asked, about = subject) => {
    if (acts) setOverlay({ kind: 'ask', asked, subject: about });
  };
  const run = (command: Command): void => {
    if (command.startsWith('step ')) {
      setOverlay(undefined);
      const wanted = Number(command.slice('step '.length)) - 1;
      if (wanted < steps.length) go(jump(steps, wanted));
      return;
    }
    switch (command) {
      case 'next':
      case 'back': {
        if (sheetOpen) {
          const page = sheetPage.page + (command === 'next' ? 1 : -1);
          if (page < 0 || page >= sheetPage.of) setOverlay(undefined);
          else setSheetPage({ ...sheetPage, page });
          return;
        }
        return go(command === 'next' ? next(steps, place, shownPages) : back(steps, place));
      }
      case 'first':
      case 'last':
        return go(jump(steps, place.step, command === 'first' ? 'start' : 'end'));
      case 'up':
      case 'down':
        // Where there is nothing to choose, one goes on.
        if (!chooseBy(body.current, command === 'down' ? 1 : -1)) run(command === 'down' ? 'next' : 'back');
        return;
      case 'close':
        if (overlay) setOverlay(undefined);
        else if (slide?.aside) go(jump(steps, place.step));
        return;
      case 'keys':
        setSheetPage({ page: 0, of: 1 });
        return setOverlay((open) => (open?.kind === 'keys' ? undefined : { kind: 'keys' }));
      case 'black':
        return setBlack(true);
      case 'full':
        return void (document.fullscreenElement
          ? document.exitFullscreen()
          : document.documentElement.requestFullscreen().catch(() => undefined));
      case 'dark':
        return choose({ light: light === 'dark' ? 'light' : 'dark' });
      case 'room':
        return choose({ room: roomAfter(room) });
      case 'phone':
        if (acts) setOverlay((open) => (open?.kind === 'phone' ? undefined : { kind: 'phone' }));
        return;
      case 'lead':
        if (acts) lead();
        return;
      case 'follow':
        slices.follow();
        return follow();
      case 'slice':
        if (mayNarrow) setOverlay((open) => (open?.kind === 'slice' ? undefined : { kind: 'slice' }));
        return;
      case 'whole':
        if (mayNarrow && meeting.slice) void slices.whole().catch(sayFailed);
        return;
      case 'leave':
        return void navigate('/board');
      case 'acts':
        if (acts) setOverlay({ kind: 'acts' });
        return;
      case 'undo':
        return void (acts && doing.undo());
      default:
        if (acts && actsHere(subject).some(({ act }) => act === command)) ask(command as Act);
    }
  };

  // A remote asks the one screen that presents; all others follow it.
  const steered = useRef<(steering: Steering) => void>(undefined);
  useEffect(() => {
    steered.current = ({ command, step: kind }) => {
      if (part !== 'leads') return;
      if (command === 'BLACK') setBlack((before) => !before);
      else if (command === 'STEP') run(`step ${steps.findIndex((one) => one.kind === kind) + 1}`);
      else run(({ NEXT: 'next', BACK: 'back', CLOSE: 'close' } as const)[command]);
    };
  });
  useEffect(() => onSteer((steering) => steered.current?.(steering)), [onSteer]);

  const press = useRef<(event: KeyboardEvent) => void>(undefined);
  useEffect(() => {
    press.current = (event) => {
      if (black) {
        event.preventDefault();
        return setBlack(false);
      }
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      if (overlay?.kind === 'ask' || overlay?.kind === 'acts' || overlay?.kind === 'slice') {
        if (event.key === 'Escape') setOverlay(undefined);
        return;
      }
      const command = commandOf(event);
      if (!command || (event.key === ' ' && target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      run(command);
    };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press.current?.(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);

  const measured = useCallback(
    (many: number) =>
      setPages((before) => (before.of === where && before.count === many ? before : { of: where, count: many })),
    [where],
  );
  const presenter = nameInHead(meeting.position.presentedBy?.name, deep);
  const at = count(steps, place);
  const unread = step?.kind === 'WALK' ? unreadOf(meeting) : 0;
  const minutes = useMinutes(meeting, readAt, step?.kind);
  return (
    <Sheet>
      <Rail
        run={run}
        acts={acts}
        leads={part === 'leads'}
        follows={part === 'follows' && !slices.alone}
        open={slide?.aside ?? false}
      />
      <div className={styles['safe']}>
        <Head
          board={board.name}
          slice={
            running ? (
              <SliceName meeting={meeting} alone={slices.alone} choose={mayNarrow ? () => run('slice') : undefined} />
            ) : (
              `meeting of ${new Date(meeting.startedAt).toLocaleDateString()}`
            )
          }
          readAt={readAt}
          part={
            <span className={styles['part']}>
              {!running ? (
                'ended'
              ) : part === 'leads' ? (
                'you present'
              ) : part === 'looks' || slices.alone ? (
                <button type="button" onClick={() => run('follow')}>
                  {presenter ? `G back to ${presenter}` : 'G back'}
                </button>
              ) : (
                presenter && `${presenter} presents`
              )}
            </span>
          }
        />
        <main ref={body} data-slide={slide?.id} className={styles['body']} key={sheetOpen ? 'keys' : where}>
          {overlay?.kind === 'phone' ? (
            <PhoneCode meetingId={meeting.id} />
          ) : sheetOpen ? (
            <KeySheet
              steps={steps.map(({ kind }) => STEP_WORDS[kind])}
              slices={mayNarrow}
              acts={acts}
              page={sheetPage.page}
              onPages={(of) => setSheetPage((before) => (before.of === of ? before : { ...before, of }))}
              onPage={(page) => setSheetPage((before) => ({ ...before, page }))}
              run={(command) => {
                setOverlay(undefined);
                run(command);
              }}
            />
          ) : (
            step &&
            slide && (
              <Shown
                meeting={meeting}
                kind={step.kind}
                slide={slide}
                deep={deep}
                roomy={room === 4}
                people={people}
                page={place.page}
                onPages={measured}
                onPage={(page) => go({ ...place, page })}
                open={(figure) => go({ ...place, slide: figure, page: 0 })}
                plan={
                  acts
                    ? (id) => ask('plan', subjectOf(meeting.candidates.find((one) => one.painPointId === id)))
                    : undefined
                }
                mark={acts ? (id, present) => void doing.mark({ id, name: nameOf(id) }, present) : undefined}
                end={acts ? () => ask('end') : undefined}
              />
            )
          )}
          {doing.said && (
            <p role="status" className={`${styles['said']} ${doing.said.wrong ? styles['wrong'] : ''}`}>
              {doing.said.text}
            </p>
          )}
        </main>
        {subject && !deep && <ActLine subject={subject} run={run} />}
        <Foot
          steps={steps.map(({ kind }) => STEP_WORDS[kind])}
          at={place.step}
          place={
            sheetOpen
              ? sayPages(sheetPage.page, sheetPage.of)
              : [
                  at && at.of > 1 && `${at.at} of ${at.of + unread}`,
                  shownPages > 1 && `page ${place.page + 1} of ${shownPages}`,
                ]
                  .filter(Boolean)
                  .join(', ')
          }
          minutes={minutes}
          run={run}
        />
        {overlay?.kind === 'acts' && (
          <Prompt
            place="present-acts"
            questions={[
              {
                name: 'act',
                asks: subject ? `What is done with ${subject.key}?` : 'What is noted?',
                kind: 'pick',
                options: [
                  ...actsHere(subject).map(({ act, word }) => ({ id: act, label: word })),
                  { id: 'slice', label: 'show a slice of the board' },
                  ...(meeting.slice ? [{ id: 'whole', label: 'show the whole board' }] : []),
                ],
              },
            ]}
            tells=""
            room={deep ? 4 : 6}
            onDone={({ act }) => {
              setOverlay(undefined);
              run(act as Command);
            }}
            onClose={() => setOverlay(undefined)}
          />
        )}
        {overlay?.kind === 'slice' && (
          <SlicePrompt
            slice={meeting.slice}
            alone={part !== 'leads'}
            room={deep ? 4 : 6}
            onClose={() => setOverlay(undefined)}
            whole={() => run('whole')}
            choose={(name, value) => {
              setOverlay(undefined);
              void slices.choose(name, value).catch(sayFailed);
            }}
          />
        )}
        {overlay?.kind === 'ask' && (
          <Prompt
            key={overlay.asked}
            place={draftOf(overlay.asked, overlay.subject)}
            questions={questionsOf(overlay.asked, overlay.subject, { stages: board.stages, people })}
            tells={tellsWhom(overlay.asked, overlay.subject)}
            room={deep ? 4 : 6}
            onClose={() => setOverlay(undefined)}
            onDone={(answers) => {
              const { asked, subject: about } = overlay;
              setOverlay(undefined);
              if (asked === 'end') return void doing.end();
              void doing.run(asked, about, answers).then((done) => done && forgetDraftsOf(draftOf(asked, about)));
            }}
          />
        )}
      </div>
      {black && (
        <button
          type="button"
          className={styles['black']}
          aria-label="Show the screen again"
          onClick={() => setBlack(false)}
        />
      )}
    </Sheet>
  );
}

/** Which slice of the board is shown, in words; whoever may choose another does it here too. */
function SliceName({ meeting, alone, choose }: { meeting: Meeting; alone: boolean; choose: (() => void) | undefined }) {
  const words = `${meeting.slice?.words ?? 'whole board'}${alone ? ' (on this screen)' : ''}`;
  if (!choose) return words;
  return (
    <button type="button" className={styles['sliceName']} aria-label={`${words}: choose a slice`} onClick={choose}>
      {words}
    </button>
  );
}

/** How many cards of the walk were not read yet. */
function unreadOf({ walk }: Meeting): number {
  return Math.max(0, walk.count - walk.items.filter(({ reasons }) => reasons.length > 0).length);
}

/** Reads more of the walk as the room comes near to the end of what was read, or whoever presents has gone beyond it. */
function useFurther(meeting: Meeting, painPointId: string | undefined, further: () => void): void {
  const { items } = meeting.walk;
  const { step, painPointId: led } = meeting.position;
  const near = items.findIndex(({ card }) => card.painPointId === painPointId) >= items.length - NEAR_THE_LAST;
  const beyond = step === 'WALK' && led !== null && !items.some(({ card }) => card.painPointId === led);
  const wanted = unreadOf(meeting) > 0 && ((painPointId !== undefined && near) || beyond);
  const read = items.length;
  useEffect(() => {
    if (wanted) further();
  }, [wanted, read, further]);
}

/** A name, where the head of the sheet has room for it. */
function nameInHead(name: string | undefined, deep: boolean): string | undefined {
  return deep || (name?.length ?? 0) > 24 ? undefined : name;
}

function sayPages(page: number, of: number): string {
  return of > 1 ? `page ${page + 1} of ${of}` : '';
}

function draftOf(asked: Asked, subject: Subject | undefined): string {
  return `present:${asked}:${subject?.painPointId ?? ''}`;
}

/** What can be done to a card, as long as it is on the board. */
function subjectOf(card: Meeting['candidates'][number] | undefined): Subject | undefined {
  const now = card?.painPoint;
  if (!card || !now) return undefined;
  return {
    painPointId: card.painPointId,
    key: card.key,
    stageId: now.stage.id,
    ownerId: now.owner?.id ?? null,
    blocked: card.blocked,
    promised: now.commitment !== null && now.commitment.state !== 'KEPT',
    version: now.version,
    tells: now.tells,
  };
}

/** The keys of what can be done here; each is a button too. */
function ActLine({ subject, run }: { subject: Subject; run(command: Command): void }) {
  return (
    <p className={styles['actLine']}>
      {actsHere(subject).map(({ act, key, word }) => (
        <button key={act} type="button" onClick={() => run(act)}>
          <kbd>{key.toUpperCase()}</kbd> {word}
        </button>
      ))}
    </p>
  );
}

/** Goes through what can be chosen on the page; false when there is nothing. */
function chooseBy(body: HTMLElement | null, by: 1 | -1): boolean {
  const choices = [...(body?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])];
  const at = choices.indexOf(document.activeElement as HTMLElement);
  const chosen = at < 0 ? (by === 1 ? choices[0] : choices.at(-1)) : choices[at + by];
  chosen?.focus({ preventScroll: true });
  return choices.length > 0;
}

/** The minutes that the step took so far, counted on from when they were read. */
function useMinutes(meeting: Meeting, readAt: number, kind: Meeting['position']['step'] | undefined) {
  const now = useNow();
  const step = meeting.steps.find((one) => one.kind === kind);
  if (!step) return undefined;
  const goesOn = meeting.state === 'RUNNING' && meeting.position.step === kind;
  const seconds = step.secondsSpent + (goesOn ? Math.max(0, now - readAt) / 1000 : 0);
  return { spent: Math.floor(seconds / 60), planned: step.minutes };
}
