import { type Command, keyOf } from './keys.js';
import styles from './key-sheet.module.css';
import { Paged } from './paged.js';

interface PagesOfKeys {
  page: number;
  onPages(pages: number): void;
  onPage(page: number): void;
  run(command: Command): void;
}

interface KeySheetProps extends PagesOfKeys {
  /** The steps of the agenda by name. */
  steps: readonly string[];
  /** Whoever is signed in may look at a slice of the board. */
  slices: boolean;
  /** Whoever is signed in has a board to go back to. */
  leaves: boolean;
  /** Who may act sees the acts. */
  acts: boolean;
}

type Keys = [Command, string][];

const GOING: Keys = [
  ['next', 'go on'],
  ['back', 'go back'],
  ['first', 'where this step begins'],
  ['last', 'where it ends'],
  ['up', 'choose upwards'],
  ['down', 'choose downwards, Enter opens'],
  ['close', 'close what is open'],
  ['plots', 'the plots, one by one'],
  ['table', 'its table, how computed'],
];
const SCREEN: Keys = [
  ['black', 'black screen'],
  ['full', 'full screen'],
  ['dark', 'dark or light'],
  ['room', 'size for the room'],
];
const LEAVE: Keys = [['leave', 'leave to the board']];
const SLICES: Keys = [
  ['slice', 'a slice of the board'],
  ['whole', 'the whole board'],
];
const ACTS: Keys = [
  ['acts', 'all acts'],
  ['move', 'move the card'],
  ['owner', 'give it an owner'],
  ['promise', 'promise a date'],
  ['block', 'blocked, or goes on'],
  ['decision', 'note a decision'],
  ['action', 'add an action item'],
  ['undo', 'take the last act back'],
];

/** Every key, and each of them a button too. */
export function KeySheet({ steps, slices, leaves, acts, ...page }: KeySheetProps) {
  const groups: [string, Keys][] = [
    ['Go', [...GOING, ...steps.map((name, at): Keys[number] => [`step ${at + 1}`, name])]],
    [
      'Screen',
      [
        ...SCREEN,
        ...(leaves ? LEAVE : []),
        ...(slices ? SLICES : []),
        ['follow', 'back to the presenter'],
        ...(acts
          ? ([
              ['lead', 'I present'],
              ['phone', 'a phone as remote'],
            ] as Keys)
          : []),
      ],
    ],
    ...(acts ? [['Act', ACTS] as [string, Keys]] : []),
  ];
  return <KeyGroups groups={groups} {...page} />;
}

/** Before a meeting runs: what leads into it, and how the screen is set. */
export function DoorKeys({ opens, leaves, ...page }: PagesOfKeys & { opens: string | undefined; leaves: boolean }) {
  const going: Keys = [...(opens ? [['next', opens] as Keys[number]] : []), ['keys', 'these keys']];
  return (
    <KeyGroups
      groups={[
        ['Go', going],
        ['Screen', [...SCREEN.filter(([command]) => command !== 'black'), ...(leaves ? LEAVE : [])]],
      ]}
      {...page}
    />
  );
}

/** On a wall that goes round by itself: its views, and how the screen is set. */
export function KioskKeys({ views, ...page }: PagesOfKeys & { views: readonly string[] }) {
  return (
    <KeyGroups
      groups={[
        [
          'Go',
          [
            ['next', 'the next page'],
            ['back', 'the page before'],
            ['hold', 'hold it, or go on'],
            ...views.map((name, at): Keys[number] => [`step ${at + 1}`, name]),
            ['keys', 'these keys'],
          ],
        ],
        ['Screen', SCREEN.filter(([command]) => command !== 'black')],
      ]}
      wide
      {...page}
    />
  );
}

interface KeyGroupsProps extends PagesOfKeys {
  groups: readonly [string, Keys][];
  /** A key among them has a long name: all are as wide, so that the words stand below each other. */
  wide?: boolean;
}

function KeyGroups({ groups, run, wide = false, ...page }: KeyGroupsProps) {
  return (
    <section className={`${styles['sheet']} ${wide ? styles['wide'] : ''}`} aria-label="Keys">
      <Paged {...page} columns={2}>
        <h1 className={styles['title']}>Keys</h1>
        {groups.map(([name, keys]) => (
          <section key={name} className={styles['group']}>
            <h2 className={styles['name']}>{name}</h2>
            <ul>
              {keys.map(([command, word]) => (
                <li key={command}>
                  <button type="button" onClick={() => run(command)}>
                    <kbd>{keyOf(command)}</kbd>
                    <span>{word}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Paged>
    </section>
  );
}
