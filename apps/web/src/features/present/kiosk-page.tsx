import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { sayError } from '../../graphql/say-error.js';
import { useBoardFilter } from '../board/board-filter.js';
import { setOnDevice, useRoomChoices } from './device-choices.js';
import { Head, Sheet } from './frame.js';
import { KioskKeys } from './key-sheet.js';
import { BleedingView, BoardView, CommitmentsView, WinsView } from './kiosk-views.js';
import { KIOSK, type Kiosk } from './kiosk.graphql.js';
import styles from './kiosk.module.css';
import { type Command, commandOf } from './keys.js';
import { PRESENT_BOARD_CHANGED } from './meeting.graphql.js';
import present from './present.module.css';
import { useAwake } from './use-awake.js';
import { useHearing, useReading } from './use-reading.js';
import { useKeyPress } from './use-key-press.js';

const VIEWS = [
  ['Board', BoardView],
  ['Bleeding', BleedingView],
  ['Wins', WinsView],
  ['Commitments', CommitmentsView],
] as const;

/** How many seconds a page stays. */
const PACES = [10, 20, 40, 90] as const;
const USUAL_PACE = 20;
/** So many seconds the keys stay at most: nobody may be there to close them. */
const KEYS_STAY = 60;
/** Also without any news it is read again, in milliseconds. */
const READ_AGAIN = 120_000;
/** Changes that come one after the other are read together, after this pause. */
const PAUSE = 1_000;

/** A wallboard that nobody attends: board, bleeding, wins, commitments, one page after the other. */
export default function KioskPage() {
  useAwake();
  const client = useApolloClient();
  // A slice of the board, as its own address names one: it is the same here.
  const { filter } = useBoardFilter();
  const [known, setKnown] = useState<{ data: Kiosk; readAt: number }>();
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const { data } = await client.query({ query: KIOSK, variables: { filter }, fetchPolicy: 'no-cache' });
      if (data && isWanted()) setKnown({ data, readAt: Date.now() });
    },
    [client, filter],
  );
  const { error, soon } = useReading(read, READ_AGAIN);
  const board = known?.data.board;
  useHearing(PRESENT_BOARD_CHANGED, board ? { boardId: board.id } : null, () => soon(PAUSE), board?.revision);
  if (known) return <Rotation {...known} failed={error !== undefined} />;
  return (
    <Sheet>
      <div className={present['safe']}>
        <h1 className={present['opening']} role="status">
          {error === undefined ? 'Reading the board …' : 'The board could not be read yet'}
        </h1>
        {error !== undefined && <p className={present['lead']}>{sayError(error)} This screen tries by itself.</p>}
      </div>
    </Sheet>
  );
}

function Rotation({ data, readAt, failed }: { data: Kiosk; readAt: number; failed: boolean }) {
  const { room } = useRoomChoices();
  const [params, setParams] = useSearchParams();
  const pace = paceOf(params.get('pace'));
  const [{ view, page }, setPlace] = useState({ view: 0, page: 0 });
  const [pages, setPages] = useState(1);
  const [held, setHeld] = useState(false);
  const [keys, setKeys] = useState<{ page: number; of: number }>();
  const [name, View] = VIEWS[view] ?? VIEWS[0];

  const go = (by: 1 | -1) =>
    setPlace((now) => {
      const next = now.page + by;
      if (next >= 0 && next < pages) return { ...now, page: next };
      return { view: (now.view + by + VIEWS.length) % VIEWS.length, page: 0 };
    });
  const open = keys !== undefined;
  const shown = keys ?? { page, of: pages };
  const step = useRef(go);
  useEffect(() => {
    step.current = go;
  });
  useEffect(() => {
    if (held || open) return;
    const timer = setInterval(() => step.current(1), pace * 1_000);
    return () => clearInterval(timer);
  }, [pace, held, open, view, page]);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setKeys(undefined), KEYS_STAY * 1_000);
    return () => clearTimeout(timer);
  }, [open]);

  const faster = () => {
    const at = PACES.findIndex((one) => one === pace);
    const next = new URLSearchParams(params);
    next.set('pace', String(PACES[(at + 1) % PACES.length]));
    setParams(next, { replace: true });
  };
  const toView = (at: number) => {
    setKeys(undefined);
    setPlace({ view: at, page: 0 });
  };
  const run = (command: Command): void => {
    const chosen = VIEWS.findIndex((_, at) => command === `step ${at + 1}`);
    if (chosen >= 0) return toView(chosen);
    switch (command) {
      case 'next':
      case 'back': {
        const by = command === 'next' ? 1 : -1;
        if (!keys) return go(by);
        const there = keys.page + by;
        return setKeys(there < 0 || there >= keys.of ? undefined : { ...keys, page: there });
      }
      case 'hold':
        return setHeld((now) => !now);
      case 'keys':
        return setKeys((before) => (before ? undefined : { page: 0, of: 1 }));
      case 'close':
        return setKeys(undefined);
      case 'full':
      case 'dark':
      case 'room':
        return setOnDevice(command);
    }
  };
  useKeyPress((event) => {
    const space = event.key === ' ';
    const command = space ? 'hold' : commandOf(event);
    if (!command || (space && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    run(command);
  });

  return (
    <Sheet>
      <div className={present['safe']}>
        <Head
          board={data.board.name}
          slice={data.slice?.words ?? 'whole board'}
          readAt={readAt}
          failed={failed}
          deep={room === 8}
          part={() => null}
        />
        <main className={present['body']} key={open ? 'keys' : name}>
          {keys ? (
            <KioskKeys
              views={VIEWS.map(([word]) => word)}
              page={keys.page}
              onPages={(of) => setKeys((before) => before && (before.of === of ? before : { ...before, of }))}
              onPage={(wanted) => setKeys((before) => before && { ...before, page: wanted })}
              run={(command) => {
                setKeys(undefined);
                if (command === 'next' || command === 'back') go(command === 'next' ? 1 : -1);
                else if (command !== 'keys') run(command);
              }}
            />
          ) : (
            <View
              data={data}
              readAt={readAt}
              deep={room === 8}
              page={page}
              onPages={setPages}
              onPage={(wanted) => setPlace({ view, page: wanted })}
            />
          )}
        </main>
        <footer className={present['foot']}>
          <nav aria-label="Views" className={present['agenda']}>
            {VIEWS.map(([word], at) => (
              <button
                key={word}
                type="button"
                aria-current={at === view ? 'step' : undefined}
                aria-label={word}
                onClick={() => toView(at)}
              >
                <span>{at + 1}</span>
                {at === view && <span className={present['stepName']}> {word}</span>}
              </button>
            ))}
          </nav>
          <p className={present['pace']}>
            {shown.of > 1 && (
              <span>
                {Math.min(shown.page, shown.of - 1) + 1} of {shown.of}
              </span>
            )}
            <button type="button" className={styles['choice']} onClick={faster} aria-label={`Every ${pace} seconds`}>
              {pace} s
            </button>
            <button type="button" className={styles['choice']} aria-pressed={held} onClick={() => run('hold')}>
              {held ? 'Go on' : 'Hold'}
            </button>
            <button
              type="button"
              className={styles['choice']}
              aria-label="All keys"
              aria-expanded={open}
              onClick={() => run('keys')}
            >
              ?
            </button>
          </p>
        </footer>
      </div>
    </Sheet>
  );
}

/** The pace that an address asks for; what is no pace counts as the usual one. */
function paceOf(text: string | null): number {
  return PACES.find((one) => String(one) === text) ?? USUAL_PACE;
}
