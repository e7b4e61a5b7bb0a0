import { type ReactNode, useEffect, useState } from 'react';
import { clockOf } from '../../format.js';
import { useOnline } from '../../graphql/connection.js';
import { useRoomChoices } from './device-choices.js';
import type { Command } from './keys.js';
import { keyOf } from './keys.js';
import styles from './present.module.css';
import { RailIcon } from './rail-icon.js';
import { Sign } from './signs.js';

/** The sheet on which everything stands, in the colours and letters of the room. */
export function Sheet({ children }: { children: ReactNode }) {
  const { room, light } = useRoomChoices();
  return (
    <div className={styles['present']} data-room={room} data-light={light} lang="en">
      <div className={styles['sheet']} data-sheet="">
        {children}
      </div>
    </div>
  );
}

interface HeadProps {
  board: string;
  /** Which slice of it is shown. */
  slice: string;
  /** Chooses another slice, for whoever may. */
  choose?: (() => void) | undefined;
  /** When the data was read, in milliseconds; or of when it is, in words. */
  readAt: number | string;
  /** Whether it could not be read anew. */
  failed: boolean;
  /** In a deep room the head has fewer words. */
  deep: boolean;
  /** Who presents, in a few words; while the line is cut, nobody knows. */
  part(cut: boolean): ReactNode;
}

/** Which board, which slice of it, of what time, and who leads: always on the screen. */
export function Head({ board, slice, choose, readAt, failed, deep, part }: HeadProps) {
  const online = useOnline() && !failed;
  const shown = (
    <>
      <strong>{board}</strong>, {slice}
    </>
  );
  return (
    <header className={styles['head']}>
      <p>
        {choose ? (
          <button type="button" className={styles['slice']} title="Choose a slice of the board (S)" onClick={choose}>
            {shown}
          </button>
        ) : (
          shown
        )}
      </p>
      <p className={styles['asOf']}>
        {part(!online)}
        <span role="status" className={online ? undefined : styles['cut']}>
          {!online && (
            <>
              <Sign kind="cut" /> not connected,{' '}
            </>
          )}
          {(online || !deep) && 'as of '}
          {typeof readAt === 'string' ? readAt : clockOf(readAt)}
        </span>
      </p>
    </header>
  );
}

interface FootProps {
  steps: readonly string[];
  at: number;
  /** "3 of 12", and which page of it. */
  place: string;
  minutes: ReactNode;
  run(command: Command): void;
}

/** Where in the agenda one is, and how the time goes. */
export function Foot({ steps, at, place, minutes, run }: FootProps) {
  return (
    <footer className={styles['foot']}>
      <nav aria-label="Agenda" className={styles['agenda']}>
        {steps.map((name, step) => (
          <button
            key={name}
            type="button"
            aria-current={step === at ? 'step' : undefined}
            aria-label={`${step + 1} ${name}`}
            onClick={() => run(`step ${step + 1}`)}
          >
            <span>{step + 1}</span>
            {step === at && <span className={styles['stepName']}> {name}</span>}
          </button>
        ))}
      </nav>
      <p className={styles['pace']}>
        <span>{place}</span>
        {minutes}
      </p>
    </footer>
  );
}

/** How the time of the step goes against what was planned. */
export function Minutes({ spent, planned }: { spent: number; planned: number }) {
  return (
    <span>
      {spent > planned && <Sign kind="old" />} {spent} of {planned} min
    </span>
  );
}

interface RailProps {
  run(command: Command): void;
  acts: boolean;
  leads: boolean;
  follows: boolean;
  /** Whether something is open that can be closed. */
  open: boolean;
  /** Whether words have the room of the buttons that are pressed less often. */
  tight: boolean;
}

const WORDS: Partial<Record<Command, string>> = {
  back: 'Back',
  next: 'On',
  close: 'Close',
  keys: 'All keys',
  full: 'Full screen',
  acts: 'Act',
  lead: 'I present',
  follow: 'Back to the presenter',
};

/** At the end of the line of keys: for a mouse in the room, or a finger. */
export function Rail({ run, acts, leads, follows, open, tight }: RailProps) {
  const button = (command: Command, pressed?: boolean) => (
    <button
      key={command}
      type="button"
      className={styles['railButton']}
      aria-label={WORDS[command]}
      title={`${WORDS[command] ?? ''} (${keyOf(command)})`}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      onClick={() => run(command)}
    >
      <RailIcon name={command} />
    </button>
  );
  return (
    <div className={`${styles['rail']} ${tight ? styles['tight'] : ''}`}>
      {open && button('close')}
      <span className={styles['few']}>
        {acts && button('acts')}
        {!follows && !leads && button('follow')}
        {acts && button('lead', leads)}
        {button('full')}
      </span>
      {button('keys')}
      {button('back')}
      {button('next')}
    </div>
  );
}

/** The time of now, anew every few seconds. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
