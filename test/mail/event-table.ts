import { type Instant } from '@stanch/kernel';
import { AwaitAnswers, KeepCommitments } from '@stanch/sponsorship';
import type { Agent } from '../support/agent.js';
import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import type { House } from '../support/house.js';
import type { Member, TestStage, World } from '../support/world.js';
import { acts } from './hearing.js';

/** The parts that people play. A newcomer becomes a sponsor later; the lead has no part but in the pain of their own. */
export const PARTS = ['raiser', 'sponsor', 'newcomer', 'owner', 'assignee', 'lead'] as const;
export type Part = (typeof PARTS)[number];

/** Those who chose the same, the pain point that they go through the table with, and one of their lead's own. */
export interface Circle extends Record<Part, Member> {
  card: RaisedPainPoint;
  ofTheLead: RaisedPainPoint;
}

export interface Row {
  readonly event: string;
  /** Who hears of it, and as what. */
  readonly hears: Partial<Record<Part, string>>;
  /** The last column of the table: what a sponsor gets who chose nothing. */
  readonly sponsors: 'at once' | 'digest' | 'always';
  /** How the digest says it. */
  readonly says: RegExp;
  /** It was a slip, taken back before the digest is written: that tells of it no more than of the taking back. */
  readonly isSlip?: true;
  /** When it happens; a minute after the row before, when nothing is said. */
  readonly at?: Instant;
  readonly act: (circle: Circle, scene: Scene) => Promise<unknown>;
}

/** Where the rows happen, and who does what no sponsor does. */
export interface Scene {
  readonly house: House;
  readonly world: World;
  readonly doer: Agent;
}

export const sponsors = (kind: string) => ({ raiser: kind, sponsor: kind, newcomer: kind });
const workers = (kind: string) => ({ owner: kind, assignee: kind });
const everybody = (kind: string) => ({ ...sponsors(kind), ...workers(kind) });
const to =
  (category: TestStage['category']) =>
  ({ card }: Circle, { doer, world }: Scene) =>
    move(doer, { id: card.id, toStageId: world.stage(category) });
/** All moves of the week are one line of its digest: from where the pain point stood to where it stands. */
const THE_WHOLE_WAY = /: Bleeding → Treating/;

/**
 * product.md, "Events and who hears of them", row by row and in its order, which is the life of one pain point; where a
 * row names several events, each stands here by itself. The merge comes last: after it nothing happens any more.
 */
export const TABLE: readonly Row[] = [
  {
    event: 'pain point raised',
    hears: { lead: 'raised' },
    sponsors: 'at once',
    says: /raised “Raised by the sponsor”/,
    act: ({ raiser }) => raise(raiser.agent, { title: 'Raised by the sponsor' }),
  },
  {
    event: 'pain point raised on someone’s behalf',
    hears: { raiser: 'raised', lead: 'raised' },
    sponsors: 'at once',
    says: /(wrote down for you:|raised) “What hurts”/,
    act: async (circle, { doer }) => {
      circle.card = await raise(doer, { title: 'What hurts', raiserId: circle.raiser.id });
      await acts.own(doer, circle.card.id, circle.owner.id);
    },
  },
  {
    event: 'joined (“me too”)',
    hears: { owner: 'joined' },
    sponsors: 'at once',
    says: /Sponsor \w+( Once)? joined: “me too”/,
    act: ({ card, sponsor }) => acts.join(sponsor.agent, card.id),
  },
  {
    event: 'added by IT',
    hears: { newcomer: 'joined', owner: 'joined' },
    sponsors: 'at once',
    says: /added you|Newcomer \w+( Once)? joined: “me too”/,
    act: ({ card, newcomer }, { doer }) => acts.addSponsor(doer, card.id, newcomer.id),
  },
  {
    event: 'planned',
    hears: { ...sponsors('planned'), owner: 'planned' },
    sponsors: 'at once',
    says: THE_WHOLE_WAY,
    act: to('PLANNED'),
  },
  {
    event: 'workaround available',
    hears: { ...sponsors('workaroundOffered'), owner: 'workaroundOffered' },
    sponsors: 'at once',
    says: /Helps until it is fixed: “Save it as a draft by hand.”/,
    act: ({ card }, { doer }) => acts.offerWorkaround(doer, card.id, 'Save it as a draft by hand.'),
  },
  {
    event: 'the workaround helps no longer',
    hears: { ...sponsors('workaroundEnded'), owner: 'workaroundEnded' },
    sponsors: 'at once',
    says: /The workaround helps no longer: “The button has gone.”/,
    act: ({ card }, { doer }) => acts.endWorkaround(doer, card.id, 'The button has gone.'),
  },
  {
    event: 'parked, with the reason',
    hears: { ...sponsors('parked'), owner: 'parked' },
    sponsors: 'at once',
    says: /Parked: “The form is replaced in May.”/,
    act: ({ card }, { doer }) => acts.close(doer, card.id, 'PARKED', 'The form is replaced in May.'),
  },
  {
    event: 'brought back to the board',
    hears: { ...sponsors('reopened'), owner: 'reopened' },
    sponsors: 'at once',
    says: /Back on the board: “May was too late.”/,
    act: ({ card }, { doer }) => acts.reopen(doer, card.id, 'May was too late.'),
  },
  {
    event: 'declined, with the reason',
    hears: { ...sponsors('declined'), owner: 'declined' },
    sponsors: 'at once',
    says: /Declined: “The form goes away.”/,
    act: ({ card }, { doer }) => acts.close(doer, card.id, 'DECLINED', 'The form goes away.'),
  },
  {
    event: 'brought back once more',
    hears: { ...sponsors('reopened'), owner: 'reopened' },
    sponsors: 'at once',
    says: /Back on the board: “It stays after all.”/,
    act: async ({ card, assignee }, { doer }) => {
      await acts.reopen(doer, card.id, 'It stays after all.');
      await acts.task(doer, card.id, 'Ask those who made it', assignee.id);
    },
  },
  {
    event: 'moved to another stage',
    hears: everybody('moved'),
    sponsors: 'at once',
    says: THE_WHOLE_WAY,
    act: to('TREATING'),
  },
  {
    event: 'commitment made',
    hears: everybody('commitmentMade'),
    sponsors: 'at once',
    says: /promises: fixed by Wednesday, 18 November 2026/,
    act: ({ card }, { doer }) => acts.promise(doer, card.id, '2026-11-18'),
  },
  {
    event: 'commitment moved',
    hears: everybody('commitmentMoved'),
    sponsors: 'at once',
    says: /date moved to Wednesday, 25 November 2026/,
    isSlip: true,
    act: ({ card }, { doer }) => acts.promise(doer, card.id, '2026-11-25', 'The supplier is late.'),
  },
  {
    event: 'commitment taken back, noted by mistake',
    hears: everybody('commitmentWithdrawn'),
    sponsors: 'at once',
    says: /takes the promise of Wednesday, 25 November 2026 back/,
    isSlip: true,
    act: ({ card }, { doer }) => acts.withdraw(doer, card.id),
  },
  {
    event: 'commitment broken',
    hears: everybody('commitmentBroken'),
    sponsors: 'at once',
    says: /Not kept: it was promised for Wednesday, 18 November 2026/,
    at: '2026-11-19T08:00:00.000Z',
    act: (_circle, { house }) => house.get(KeepCommitments).breakPast(),
  },
  {
    event: 'why it was broken',
    hears: everybody('commitmentExplained'),
    sponsors: 'at once',
    says: /Why the promise was not kept: “The parts came late.”/,
    act: async ({ card }, { doer }) => {
      const { painPoint } = await doer.ask<{ painPoint: { commitment: { id: string } } }>(
        'query ($id: ID!) { painPoint(id: $id) { commitment { id } } }',
        { id: card.id },
      );
      await acts.explain(doer, painPoint.commitment.id, 'The parts came late.');
    },
  },
  {
    event: 'remediation task done',
    hears: everybody('taskDone'),
    sponsors: 'digest',
    says: /Done: “Keep the draft”/,
    act: async ({ card }, { doer }) =>
      acts.finish(doer, await acts.task(doer, card.id, 'Keep the draft', undefined, 'SHARED')),
  },
  {
    event: 'win published',
    hears: everybody('winPublished'),
    sponsors: 'at once',
    says: /Drafts are kept/,
    act: ({ card }, { doer }) => acts.win(doer, card.id, 'Drafts are kept'),
  },
  {
    event: 'asked to confirm',
    hears: { ...everybody('moved'), raiser: 'asked' },
    sponsors: 'always',
    says: THE_WHOLE_WAY,
    act: to('CHECKING'),
  },
  {
    event: 'reminder',
    hears: { raiser: 'reminded' },
    sponsors: 'always',
    says: /never in a digest/,
    at: '2026-11-24T10:00:00.000Z',
    act: (_circle, { house }) => house.get(AwaitAnswers).remind(),
  },
  {
    event: 'still bleeding (reopened)',
    hears: { ...everybody('stillBleeding'), raiser: undefined },
    sponsors: 'digest',
    says: /Still bleeding: “It forgets the address.”/,
    act: ({ card, raiser }) => acts.answer(raiser.agent, card.id, false, 'It forgets the address.'),
  },
  {
    event: 'comment, shared',
    hears: everybody('commented'),
    sponsors: 'at once',
    says: /We look at it on Tuesday/,
    act: ({ card }, { doer }) => acts.comment(doer, card.id, 'We look at it on Tuesday.', 'SHARED'),
  },
  {
    event: 'comment, internal',
    hears: workers('commented'),
    sponsors: 'at once',
    says: /flibbertigibbet/,
    act: ({ card }, { doer }) => acts.comment(doer, card.id, 'Between us: flibbertigibbet.', 'INTERNAL'),
  },
  {
    event: 'merged into another pain point',
    hears: { ...everybody('merged'), lead: 'tookIn' },
    sponsors: 'at once',
    says: /Goes on as a part of|Took in/,
    act: ({ card, ofTheLead }, { doer }) => acts.merge(doer, card.id, ofTheLead.id),
  },
];
