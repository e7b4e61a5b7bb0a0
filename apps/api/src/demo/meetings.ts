import type { Who } from './story.js';

/** A weekly meeting of the demo company, so many days before today. */
export interface PastMeeting {
  readonly ago: number;
  /** Who could not come; everybody else was there. */
  readonly absent: readonly Who[];
  /** What was decided, and about which pain point. */
  readonly decisions: readonly { readonly text: string; readonly about?: string }[];
  /** What somebody was asked to do, due in so many days, and done so many days before today. */
  readonly actions: readonly {
    readonly title: string;
    readonly for: Who;
    readonly dueIn: number;
    readonly done?: number;
    readonly about?: string;
  }[];
}

/** Twelve weeks of it; the thirteenth meeting is today's, and nobody has begun it yet. */
export const pastMeetings: readonly PastMeeting[] = [
  {
    ago: 84,
    absent: ['ruth', 'amina'],
    decisions: [
      { text: 'We meet every week for half an hour, and this board is the only list.' },
      { text: 'Nora talks to two people of each unit before anything is planned.' },
    ],
    actions: [{ title: 'Ask each unit for two people to talk to', for: 'nora', dueIn: 5, done: 81 }],
  },
  {
    ago: 77,
    absent: ['edith'],
    decisions: [
      { text: 'The tills come first: they stop everybody at once.', about: 'Every till freezes at ten past seven' },
    ],
    actions: [
      {
        title: 'Stand in the station shop at ten past seven',
        for: 'samir',
        dueIn: 2,
        done: 76,
        about: 'Every till freezes at ten past seven',
      },
    ],
  },
  {
    ago: 70,
    absent: ['ruth', 'lucia'],
    decisions: [
      {
        text: 'A promise has a name and a date on the board; nobody makes one in a corridor.',
        about: 'Promises are made in meetings and forgotten in corridors',
      },
    ],
    actions: [
      {
        title: 'Put every date that is still open on the board',
        for: 'nora',
        dueIn: 3,
        done: 68,
        about: 'Promises are made in meetings and forgotten in corridors',
      },
    ],
  },
  {
    ago: 63,
    absent: ['kwame'],
    decisions: [
      {
        text: 'Two closings that are right to the cent, then it is healed, and not before.',
        about: 'Month-end export fails on its last page',
      },
    ],
    actions: [
      {
        title: 'Ask Hugo when the last two months were closed',
        for: 'julia',
        dueIn: 4,
        done: 61,
        about: 'Month-end export fails on its last page',
      },
    ],
  },
  {
    ago: 56,
    absent: ['ruth', 'tobias'],
    decisions: [
      {
        text: 'Personnel tells IT of a new colleague at the signature, not on the first day.',
        about: 'New colleagues wait nine days for a laptop',
      },
    ],
    actions: [
      {
        title: 'Ask Edith who starts in the next two months',
        for: 'tobias',
        dueIn: 6,
        done: 52,
        about: 'New colleagues wait nine days for a laptop',
      },
    ],
  },
  {
    ago: 49,
    absent: ['pavel'],
    decisions: [{ text: 'Nobody says done before the sponsor has looked.' }],
    actions: [
      {
        title: 'Tell the night shifts that a password can be had at night',
        for: 'tobias',
        dueIn: 3,
        done: 47,
        about: 'A forgotten password costs two days',
      },
    ],
  },
  {
    ago: 42,
    absent: ['greta', 'ruth'],
    decisions: [
      {
        text: 'The telephone contract stays until March; the one number comes back in February.',
        about: 'One telephone number for the whole company',
      },
    ],
    actions: [
      {
        title: 'Tell Greta why, before the board does',
        for: 'nora',
        dueIn: 1,
        done: 41,
        about: 'One telephone number for the whole company',
      },
    ],
  },
  {
    ago: 35,
    absent: ['hugo'],
    decisions: [
      {
        text: 'A late delivery is told on the day on which we hear of it.',
        about: 'New colleagues wait nine days for a laptop',
      },
    ],
    actions: [
      {
        title: 'Have the supplier’s next date in writing',
        for: 'tobias',
        dueIn: 4,
        done: 32,
        about: 'New colleagues wait nine days for a laptop',
      },
    ],
  },
  {
    ago: 28,
    absent: ['edith', 'pavel'],
    decisions: [
      {
        text: 'Card payments come before vouchers: they stop the queue.',
        about: 'Card payments fail when the shop is full',
      },
    ],
    actions: [
      {
        title: 'Count the failed payments of one Saturday',
        for: 'samir',
        dueIn: 5,
        done: 24,
        about: 'Card payments fail when the shop is full',
      },
    ],
  },
  {
    ago: 21,
    absent: ['ruth'],
    decisions: [{ text: 'At most five pains are under treatment at once; what is begun is finished first.' }],
    actions: [{ title: 'Set the limit on the board', for: 'nora', dueIn: 1, done: 20 }],
  },
  {
    ago: 14,
    absent: ['samir', 'hugo'],
    decisions: [
      {
        text: 'Julia bakes with Kwame on a Saturday, from four on.',
        about: 'Nobody from IT has ever stood in a bakery at four',
      },
    ],
    actions: [
      {
        title: 'Find shoes that do not mind flour',
        for: 'julia',
        dueIn: 4,
        done: 11,
        about: 'Nobody from IT has ever stood in a bakery at four',
      },
    ],
  },
  {
    ago: 7,
    absent: ['ruth', 'lucia'],
    decisions: [
      {
        text: 'The four shops with one till get the first suitcases.',
        about: 'Shops without a second till stand still when it breaks',
      },
      {
        text: 'Hugo sees the page of his unit before anybody else.',
        about: 'Nobody sees what the IT money buys',
      },
    ],
    actions: [
      {
        title: 'Show Hugo the first page',
        for: 'nora',
        dueIn: 5,
        about: 'Nobody sees what the IT money buys',
      },
      {
        title: 'Ask the four shops where a suitcase can stand',
        for: 'samir',
        dueIn: 9,
        about: 'Shops without a second till stand still when it breaks',
      },
    ],
  },
];
