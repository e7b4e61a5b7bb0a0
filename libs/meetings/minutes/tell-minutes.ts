import { dayIn, type Day, type Instant } from '@stanch/kernel';
import type {
  CommitmentNews,
  CountedCards,
  LeftCard,
  MeetingCard,
  MeetingCommitments,
  Minutes,
} from '../domain/minutes.js';
import type { Block, Figure, Item, MinutesDocument, MinutesSection } from './minutes-document.js';

/** How a workspace writes, and where its minutes are. */
export interface MinutesFrame {
  readonly locale: string;
  /** Of minutes that do not say by which zone they were kept. */
  readonly timeZone: string;
  /** The page of these minutes. */
  readonly url: string;
}

/** Minutes are one to two pages; all of it stands in Stanch. */
export const MOST_LINES = 12;
/** Whatever was on the screen for less was on the way to something else. */
const FEWEST_SECONDS = 5;
/** Beside a figure there is room for so many keys. */
const MOST_KEYS = 6;

/**
 * Tells the minutes of a meeting: first what was decided and who does what, then what happened. Of the rest so many
 * lines of one kind are told at the most; of decisions and action items all.
 */
export function tellMinutes(minutes: Minutes, frame: MinutesFrame, mostLines = MOST_LINES): MinutesDocument {
  const timeZone = minutes.timeZone ?? frame.timeZone;
  const say = new Saying(minutes.currency, { ...frame, timeZone }, mostLines);
  const sections: (MinutesSection | null)[] = [
    { title: 'Decisions', blocks: [decisions(minutes)] },
    { title: 'Action items', blocks: [actions(minutes, say)] },
    section('Promised in the meeting', promised(minutes, say)),
    { title: 'Since the last meeting', blocks: [{ kind: 'figures', figures: happened(minutes, say) }] },
    section('Promises', promises(minutes.commitments, say)),
    section('What got better', wins(minutes, say)),
    section('What was talked about', talked(minutes, say)),
    { title: 'Can IT be believed?', blocks: [{ kind: 'figures', figures: trust(minutes) }] },
    section('Who was there', attendance(minutes)),
  ];
  return {
    title: `Status meeting of ${say.day(dayIn(minutes.startedAt, timeZone))}`,
    subtitle: `${minutes.board}, ${say.time(minutes.startedAt)} to ${say.time(minutes.endedAt)}, led by ${minutes.startedBy}. The next one is on ${say.day(minutes.nextOn)}.`,
    url: frame.url,
    sections: sections.filter((one) => one !== null),
    foot: `Kept as it was when the meeting ended, on ${say.moment(minutes.endedAt)}. Costs are estimates.`,
  };
}

function section(title: string, blocks: readonly Block[]): MinutesSection | null {
  return blocks.length === 0 ? null : { title, blocks };
}

function decisions({ decisions: taken }: Minutes): Block {
  if (taken.length === 0) return { kind: 'text', text: 'Nothing was decided.' };
  const items = taken.map(({ text, by, card }) => ({
    lead: text,
    more: [card && named(card), by].filter(Boolean).join(' · '),
    cards: card ? [card] : [],
  }));
  return { kind: 'list', items, numbered: true };
}

function actions({ actions: items }: Minutes, say: Saying): Block {
  if (items.length === 0) return { kind: 'text', text: 'Nobody was asked to do anything.' };
  return {
    kind: 'list',
    items: items.map(({ taskId, title, assignee, dueOn, cards }) => ({
      lead: title,
      text: `${assignee ?? 'nobody yet'}${dueOn === null ? '' : `, by ${say.day(dueOn)}`}`,
      ...(cards.length > 0 && { more: cards.map(named).join('; ') }),
      cards,
      taskId,
    })),
  };
}

function promised({ promised: made }: Minutes, say: Saying): Block[] {
  if (made.length === 0) return [];
  return [
    {
      kind: 'list',
      items: made.map(({ card, by, dueOn, firstDueOn, reason }) => {
        const first = firstDueOn === dueOn ? '' : `, first for ${say.day(firstDueOn)}`;
        const text = `${by}, by ${say.day(dueOn)}${first}`;
        return { lead: named(card), text, ...(reason && { more: reason }), cards: [card] };
      }),
    },
  ];
}

function happened({ sinceLast: since, commitments }: Minutes, say: Saying): Figure[] {
  const { kept, fellDue: due } = commitments;
  // Of the figures as they are told, so that they add up.
  const change = Math.round(since.bleedNow) - Math.round(since.bleedThen);
  const way = change === 0 ? 'as before' : `${say.money(Math.abs(change))} ${change < 0 ? 'less' : 'more'}`;
  return [
    { name: 'bleeding a week', value: say.money(since.bleedNow), more: `${say.money(since.bleedThen)} before, ${way}` },
    { name: 'raised', ...counted(since.raised, say) },
    { name: 'moved', value: say.number(since.moved.count) },
    { name: 'fixed', ...counted(since.fixed, say) },
    { name: 'confirmed', ...counted(since.confirmed, say) },
    { name: 'reopened', ...counted(since.reopened, say) },
    { name: 'left the board', value: say.number(since.left.count) },
    { name: 'promises kept', value: due === 0 ? 'none due' : `${say.number(kept.length)} of ${say.number(due)}` },
  ];
}

function promises({ kept, broken, moved, awaited, dueNext }: MeetingCommitments, say: Saying): Block[] {
  const told: Item[] = [
    ...broken.map((one) => promise('Broken', one, `was due ${say.day(one.dueOn)}`)),
    ...moved.map((one) => promise(one.missedBefore ? 'New date' : 'Moved', one, movedWords(one, say))),
    ...kept.map((one) => promise('Kept', one, `due ${say.day(one.dueOn)}`)),
    ...dueNext.map((one) => promise('Due next', one, say.day(one.dueOn))),
    ...awaited.map((one) => promise('Delivered', one, 'its sponsors have the word')),
  ];
  return told.length === 0 ? [] : [say.list(told)];
}

function movedWords({ dueOn, newDueOn }: CommitmentNews, say: Saying): string {
  return newDueOn === null ? `was due ${say.day(dueOn)}` : `from ${say.day(dueOn)} to ${say.day(newDueOn)}`;
}

function promise(what: string, { card, by, reason }: CommitmentNews, when: string): Item {
  return { lead: `${what}: ${named(card)}`, text: `${by}, ${when}`, ...(reason && { more: reason }), cards: [card] };
}

function wins({ wins: told }: Minutes, say: Saying): Block[] {
  if (told.length === 0) return [];
  const items = told.map((win) => {
    const measured =
      win.before === null || win.after === null
        ? ''
        : `${win.measure ?? 'Measured'}: from ${say.amount(win.before, win.unit)} to ${say.amount(win.after, win.unit)}`;
    const back = win.givesBackPerWeek === null ? '' : `gives back ${say.money(win.givesBackPerWeek)} a week`;
    const thanks = win.thanks.length === 0 ? '' : `Thanks to ${win.thanks.join(', ')}`;
    return {
      lead: win.headline,
      text: [measured, back].filter(Boolean).join('; '),
      more: [win.cards.map(named).join('; '), thanks].filter(Boolean).join(' · '),
      cards: win.cards,
    };
  });
  return [say.list(items)];
}

/**
 * What stood on the screen as a card of its own and not only in passing, in that order, also what was settled there and needs no more talk; the
 * decision about each is told above.
 */
function talked({ walk, shown, sinceLast, decisions: taken }: Minutes, say: Saying): Block[] {
  const talks = walk.items.filter(({ reasons }) => reasons.length > 0);
  const open = new Map(talks.map(({ card, toDecide }) => [card.painPointId, toDecide]));
  const gone = new Map(sinceLast.left.cards.map((left) => [left.card.painPointId, left]));
  const decided = new Set(taken.map(({ card }) => card?.painPointId));
  const cards = Map.groupBy(shown, ({ painPointId }) => painPointId);
  const items = [...cards].flatMap(([id, stays]): Item[] => {
    const [first] = stays;
    const seconds = stays.reduce((sum, stay) => sum + stay.seconds, 0);
    if (!id || !first?.what || (seconds < FEWEST_SECONDS && !decided.has(id))) return [];
    const [key = ''] = first.what.split(' ', 1);
    const title = first.what.slice(key.length + 1);
    const text = open.get(id) ?? stands(first.card, gone.get(id));
    const more = first.card && !gone.has(id) && (first.card.owner ?? 'nobody has it yet');
    return [
      { lead: first.what, ...(text && { text }), ...(more && { more }), cards: [{ painPointId: id, key, title }] },
    ];
  });
  return items.length === 0 ? [] : [say.list(items)];
}

const GONE = { PARKED: 'Parked', DECLINED: 'Declined', MERGED: 'Lives on in another' } as const;

/** Where a card stands that needs no more talk; null where nobody noted it. */
function stands(card: MeetingCard | null | undefined, left: LeftCard | undefined): string | null {
  if (left) return `${GONE[left.how]}: ${left.reason}`;
  return card ? `Now in ${card.stage}.` : null;
}

function trust({ trust: then }: Minutes): Figure[] {
  const of = (part: number, whole: number) => (whole === 0 ? 'none yet' : `${part} of ${whole}`);
  return [
    { name: 'promises kept', value: of(then.kept, then.due), more: 'in the last 12 weeks' },
    { name: 'confirmed by sponsors', value: of(then.confirmed, then.fixed), more: 'of what is fixed' },
    { name: 'came back', value: of(then.reopened, then.checked), more: 'of what was checked' },
    {
      name: 'raised to confirmed',
      value: then.fixedWithinDays === null ? 'too few yet' : `${then.fixedWithinDays} days`,
      more: `85 of 100, n = ${then.fixedCases}`,
    },
  ];
}

function attendance({ attendance: people }: Minutes): Block[] {
  const named = (present: boolean) => people.filter((one) => one.present === present).map(({ name }) => name);
  const facts = (
    [
      ['There', named(true).join(', ')],
      ['Could not come', named(false).join(', ')],
    ] as const
  ).filter(([, names]) => names !== '');
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

function named({ key, title }: MeetingCard): string {
  return `${key} ${title}`;
}

/** So many cards, of which the first are named by their keys. */
function counted({ cards, count }: CountedCards, say: Saying): Pick<Figure, 'value' | 'more' | 'cards'> {
  const some = cards.slice(0, MOST_KEYS);
  const keys = some.map(({ key }) => key).join(', ');
  return { value: say.number(count), more: `${keys}${count > some.length ? ', …' : ''}`, cards: some };
}

/** Figures, days and money as the workspace writes them, and lists as long as there is room. */
class Saying {
  constructor(
    private readonly currency: string,
    private readonly frame: MinutesFrame,
    private readonly mostLines: number,
  ) {}

  /** A list, cut with a word on how much was left out. */
  list(items: readonly Item[]): Block {
    if (items.length <= this.mostLines) return { kind: 'list', items };
    const more = { lead: `and ${items.length - this.mostLines} more, which stand in Stanch` };
    return { kind: 'list', items: [...items.slice(0, this.mostLines), more] };
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.frame.locale, { maximumFractionDigits: 1 }).format(value);
  }

  amount(value: number, unit: string | null): string {
    return unit === null ? this.number(value) : `${this.number(value)} ${unit}`;
  }

  money(value: number): string {
    const { currency } = this;
    const options = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(this.frame.locale, options).format(value);
  }

  day(day: Day): string {
    const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.frame.locale, options).format(new Date(`${day}T00:00:00Z`));
  }

  time(at: Instant): string {
    const { locale, timeZone } = this.frame;
    return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
  }

  moment(at: Instant): string {
    return `${this.day(dayIn(at, this.frame.timeZone))} at ${this.time(at)}`;
  }
}
