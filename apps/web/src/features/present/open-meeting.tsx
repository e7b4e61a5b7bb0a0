import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '../../app/session.js';
import { dayAndTime, dayOf } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { forgetDraftsOf } from '../../ui/use-draft.js';
import { STEP_WORDS } from '../meetings/step-words.js';
import { ActLine } from './act-line.js';
import { chooseBy } from './choose-by.js';
import { setOnDevice, useNarrow, useRoomChoices } from './device-choices.js';
import { Foot, Head, Minutes, Rail, Sheet } from './frame.js';
import { KeySheet } from './key-sheet.js';
import { type Act, type Command, commandOf, keyOf } from './keys.js';
import type { Meeting, StepKind } from './meeting.graphql.js';
import { type Overlay, Overlays } from './overlays.js';
import { PhoneCode } from './phone-code.js';
import { back, count, indexOf, jump, next, standing } from './place.js';
import { nextView, turned } from './plots.js';
import { PlotLine } from './plot-line.js';
import styles from './present.module.css';
import { actsHere, type Asked } from './questions.js';
import { Shown } from './shown.js';
import { slidesOf } from './slides.js';
import { draftOf, subjectOf } from './subject.js';
import { type Said, useActs } from './use-acts.js';
import { useEverybody } from './use-everybody.js';
import { unreadOf, useFurther } from './use-further.js';
import type { MeetingState, Steering } from './use-meeting.js';
import { useMinutes } from './use-minutes.js';
import { useNextMeeting } from './use-next-meeting.js';
import { type Place, usePlace } from './use-place.js';
import { useSlice } from './use-slice.js';
import { useKeyPress } from './use-key-press.js';

interface OpenMeetingProps extends MeetingState {
  meeting: Meeting;
  /** Whether one may lead the meeting and act in it. */
  works: boolean;
  /** Reads more of the walk. */
  further(): void;
}

/** The meeting as it was read: where one stands in it, what every key does, and what is shown. */
export function OpenMeeting({ meeting, readAt, error, works, further, ...state }: OpenMeetingProps) {
  const { expecting, onSteer, beenTo, refresh } = state;
  const navigate = useNavigate();
  const { room } = useRoomChoices();
  const [pages, setPages] = useState<{ of: string; count: number }>({ of: '', count: 1 });
  const [overlay, setOverlay] = useState<Overlay>();
  const [sheetPage, setSheetPage] = useState({ page: 0, of: 1 });
  const [black, setBlack] = useState(false);
  const body = useRef<HTMLElement>(null);
  const from = useRef<Place>(undefined);

  const steps = useMemo(() => slidesOf(meeting), [meeting]);
  const { place, part, go, lead, follow } = usePlace(meeting, steps, pages);
  const { id: me } = useViewer();
  const at = indexOf(steps, place);
  const step = steps[at];
  const slide = step?.slides.find(({ id }) => id === place.slide);
  const where = `${place.step} ${place.slide}`;
  const shownPages = pages.of === where ? pages.count : 1;

  const narrow = useNarrow();
  const deep = room === 8 && !narrow;
  useFurther(meeting, step?.kind === 'WALK' ? slide?.painPointId : undefined, further, beenTo);
  const sheetOpen = overlay?.kind === 'keys';
  const asks = overlay?.kind === 'ask' || overlay?.kind === 'acts' || overlay?.kind === 'slice';
  const running = meeting.state === 'RUNNING';
  const acts = works && running;
  useNextMeeting(!running && me === null);
  // A screen that nobody signed in on knows no names to choose from; its address may name a slice.
  const mayNarrow = running && me !== null;
  const people = useEverybody(acts);
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const { board } = meeting;
  const doing = useActs(meeting.id, expecting, {
    stage: (id) => board.stages.find((one) => one.id === id),
    person: nameOf,
  });
  const slices = useSlice(meeting, part === 'leads', refresh, doing.say);
  const card =
    slide?.painPointId === undefined
      ? undefined
      : meeting.walk.items.find((item) => item.card.painPointId === slide.painPointId)?.card;
  const subject = acts ? subjectOf(card) : undefined;
  // Where the room decides without a card before it, the keys of that stand there as well.
  const chooses = slide?.id !== 'choose' || meeting.candidates.some(({ category }) => category === 'BLEEDING');
  const notes = acts && slide !== undefined && (step?.kind === 'DECISIONS' || slide.id === 'choose') && !slide.aside;

  const sayFailed = (error: unknown) => doing.say(`This was not done. ${sayError(error)}`, true);
  const ask = (asked: Asked, about = subject) => {
    if (acts) setOverlay({ kind: 'ask', asked, subject: about });
  };
  // What is opened out of the way leads back to where it was opened.
  const open = (id: string) => {
    setOverlay(undefined);
    if (!slide?.aside) from.current = place;
    go({ ...place, slide: id, page: 0 });
  };
  const left = () => (from.current?.step === place.step ? standing(steps, from.current) : jump(steps, place.step));
  const goWhere = (there: Place | null) => there && go(there);
  const goToStep = (kind: StepKind | null | undefined) => {
    const start = jump(steps, kind);
    if (!start) return;
    setOverlay(undefined);
    go(start);
  };
  const run = (command: Command): void => {
    if (command.startsWith('step ')) {
      return goToStep(steps[Number(command.slice('step '.length)) - 1]?.kind);
    }
    switch (command) {
      case 'next':
      case 'back': {
        if (overlay?.kind === 'phone') return setOverlay(undefined);
        if (sheetOpen) {
          const page = sheetPage.page + (command === 'next' ? 1 : -1);
          if (page < 0 || page >= sheetPage.of) setOverlay(undefined);
          else setSheetPage({ ...sheetPage, page });
          return;
        }
        const there = command === 'next' ? next(steps, place, shownPages) : back(steps, place);
        return void goWhere(slide?.aside && there.slide !== place.slide ? left() : there);
      }
      case 'first':
      case 'last':
        return void goWhere(jump(steps, place.step, command === 'first' ? 'start' : 'end'));
      case 'up':
      case 'down':
        // Where there is nothing more to choose, one goes on.
        if (!chooseBy(body.current, command === 'down' ? 1 : -1)) run(command === 'down' ? 'next' : 'back');
        return;
      case 'close':
        if (overlay) setOverlay(undefined);
        else if (slide?.aside) goWhere(left());
        return;
      case 'plots':
      case 'table':
        if (step) open((command === 'plots' ? nextView : turned)(step.kind, slide?.id));
        return;
      case 'keys':
        setSheetPage({ page: 0, of: 1 });
        return setOverlay((open) => (open?.kind === 'keys' ? undefined : { kind: 'keys' }));
      case 'black':
        return setBlack(true);
      case 'full':
      case 'dark':
      case 'room':
        return setOnDevice(command);
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
        if (!mayNarrow) return;
        if (meeting.slice) void slices.whole().catch(sayFailed);
        else doing.say('The whole board is shown.');
        return;
      case 'leave':
        // A screen that nobody signed in on has no board to go to.
        return void (me !== null && navigate('/board'));
      case 'acts':
        if (acts) setOverlay({ kind: 'acts' });
        return;
      case 'undo':
        return void (acts && doing.undo());
      default:
        if (!acts) return;
        if (actsHere(subject).some(({ act }) => act === command)) ask(command as Act);
        else doing.say('This is done to a card of the walk.');
    }
  };

  // A remote asks the one screen that presents; all others follow it.
  const steered = useRef<(steering: Steering) => void>(undefined);
  useEffect(() => {
    steered.current = ({ command, step: kind }) => {
      if (part !== 'leads') return;
      if (command === 'BLACK') setBlack((before) => !before);
      else if (command === 'STEP') goToStep(kind);
      else run(({ NEXT: 'next', BACK: 'back', CLOSE: 'close' } as const)[command]);
    };
  });
  useEffect(() => onSteer((steering) => steered.current?.(steering)), [onSteer]);

  useKeyPress((event) => {
    if (black) {
      event.preventDefault();
      return setBlack(false);
    }
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (asks) {
      if (event.key === 'Escape') setOverlay(undefined);
      return;
    }
    const command = commandOf(event);
    if (!command || (event.key === ' ' && target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    run(command);
  });

  const measured = useCallback(
    (many: number) =>
      setPages((before) => (before.of === where && before.count === many ? before : { of: where, count: many })),
    [where],
  );
  const presenter = nameInHead(meeting.position.presentedBy?.name, deep);
  // As after a reload, or on another device: the room waits for whoever led it a moment ago.
  const mayResume = acts && part !== 'leads' && meeting.position.presentedBy?.id === me;
  const among = count(steps, place);
  const unread = step?.kind === 'WALK' ? unreadOf(meeting) : 0;
  const minutes = useMinutes(meeting, readAt, step?.kind);
  const spent = minutes && <Minutes {...minutes} />;
  // While something is asked, it is told where it is asked.
  const told = doing.said && <Told said={doing.said} deep={deep} />;
  return (
    <Sheet>
      <div className={styles['safe']}>
        <Head
          board={meeting.boardName}
          slice={
            running
              ? `${meeting.slice?.words ?? 'whole board'}${slices.alone ? ' (on this screen)' : ''}`
              : `meeting of ${dayOf(meeting.startedAt)}`
          }
          choose={mayNarrow ? () => run('slice') : undefined}
          readAt={meeting.endedAt ? dayAndTime(meeting.endedAt) : readAt}
          failed={error !== undefined}
          deep={deep}
          part={(cut) => (
            <span className={styles['part']}>
              {deep && (cut || !running) ? null : !running ? (
                'ended'
              ) : part === 'leads' ? (
                'you present'
              ) : mayResume ? (
                <button type="button" onClick={() => run('lead')}>
                  {keyOf('lead').toUpperCase()} present here
                </button>
              ) : part === 'looks' || slices.alone ? (
                <button type="button" onClick={() => run('follow')}>
                  {presenter && !cut ? `G back to ${presenter}` : 'G back'}
                </button>
              ) : (
                presenter && !cut && `${presenter} presents`
              )}
            </span>
          )}
        />
        <main ref={body} data-slide={slide?.id} className={styles['body']} key={sheetOpen ? 'keys' : where}>
          {overlay?.kind === 'phone' ? (
            <PhoneCode meetingId={meeting.id} />
          ) : sheetOpen ? (
            <KeySheet
              steps={steps.map(({ kind }) => STEP_WORDS[kind])}
              slices={mayNarrow}
              leaves={me !== null}
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
                open={open}
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
        </main>
        <div className={styles['line']}>
          {told && !asks ? (
            told
          ) : (subject || (notes && !overlay)) && !deep ? (
            <ActLine
              subject={subject}
              chooses={notes && chooses && !narrow ? CHOICES[slide.id] : undefined}
              run={run}
            />
          ) : (
            !overlay && slide && !deep && <PlotLine slide={slide.id} meeting={meeting} run={run} />
          )}
          {deep && (asks || !told) && spent}
          <Rail
            run={run}
            acts={acts}
            leads={part === 'leads'}
            follows={part === 'follows' && !slices.alone}
            open={slide?.aside ?? false}
            tight={Boolean((told && !asks) || (subject && !deep))}
          />
        </div>
        <Foot
          steps={steps.map(({ kind }) => STEP_WORDS[kind])}
          at={at}
          place={
            sheetOpen
              ? sayPages(sheetPage.page, sheetPage.of)
              : [
                  among && among.of > 1 && `${among.at} of ${among.of + unread}`,
                  shownPages > 1 && `page ${place.page + 1} of ${shownPages}`,
                ]
                  .filter(Boolean)
                  .join(', ')
          }
          minutes={!deep && spent}
          run={run}
        />
        <Overlays
          overlay={overlay}
          meeting={meeting}
          subject={subject}
          people={people}
          alone={part !== 'leads'}
          deep={deep}
          told={told}
          run={(command) => {
            setOverlay(undefined);
            run(command);
          }}
          choose={(name, value) => {
            setOverlay(undefined);
            void slices.choose(name, value).catch(sayFailed);
          }}
          onClose={() => setOverlay(undefined)}
          onDone={(asked, about, answers) => {
            setOverlay(undefined);
            if (asked === 'end') return void doing.end();
            void doing.run(asked, about, answers).then((done) => done && forgetDraftsOf(draftOf(asked, about)));
          }}
        />
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

/** What becomes of what is chosen on a slide. */
const CHOICES: Readonly<Record<string, string>> = { choose: 'choose, Enter plans it', end: 'names, Enter marks one' };

/** A name, where the head of the sheet has room for it. */
function nameInHead(name: string | undefined, deep: boolean): string | undefined {
  return deep || (name?.length ?? 0) > 24 ? undefined : name;
}

function sayPages(page: number, of: number): string {
  return of > 1 ? `page ${page + 1} of ${of}` : '';
}

/** What was done, in the place of the keys. */
function Told({ said, deep }: { said: Said; deep: boolean }) {
  return (
    <p role="status" className={`${styles['said']} ${said.wrong ? styles['wrong'] : ''}`}>
      {said.text}
      {!deep && said.hint && ` ${said.hint}`}
    </p>
  );
}
