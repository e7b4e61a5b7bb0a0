import { badInput } from '@stanch/kernel';
import { type Person, People } from '@stanch/people';
import { type PainPoint, type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { SignedLinks } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { ConfirmationRequest } from '../domain/confirmation-request.js';
import { StoredConfirmations } from '../persistence/stored-confirmations.js';
import { StoredRequests } from '../persistence/stored-requests.js';
import { ConfirmFixed, type ConfirmFixedInput } from './confirm-fixed.js';

/** What a link out of a mail is good for now. */
export const LinkState = {
  /** Takes an answer. */
  OPEN: 'OPEN',
  /** Took this person's answer before. */
  ANSWERED: 'ANSWERED',
  /** The card was moved on, merged or taken off the board meanwhile. */
  MOVED_ON: 'MOVED_ON',
  /** Its days are over. */
  EXPIRED: 'EXPIRED',
  /** No link of ours, or a letter of it was lost. */
  DAMAGED: 'DAMAGED',
} as const;
export type LinkState = (typeof LinkState)[keyof typeof LinkState];

/** What a link asks, and of whom. Nothing but the state is said for a link that is none of ours. */
export interface AskedByLink {
  readonly state: LinkState;
  readonly request: ConfirmationRequest | null;
  readonly person: Person | null;
  readonly painPoint: ReadPainPoint | null;
}

const PURPOSE = 'answer';
const DAMAGED: AskedByLink = { state: LinkState.DAMAGED, request: null, person: null, painPoint: null };

/**
 * The question in a mail, answered without a password: a signed link, for one person, one pain point and one question.
 * Looking at it changes nothing, since mail scanners open links first.
 */
@Injectable()
export class AnswerByLink {
  constructor(
    private readonly links: SignedLinks,
    private readonly requests: StoredRequests,
    private readonly confirmations: StoredConfirmations,
    private readonly people: People,
    private readonly painPoints: ReadPainPoints,
    private readonly confirms: ConfirmFixed,
  ) {}

  /** The token of a person's link for what they are asked now; null when they are asked nothing. */
  async tokenFor(painPointId: string, personId: string): Promise<string | null> {
    const asked = (await this.requests.latest([painPointId])).get(painPointId) ?? [];
    const request = asked.find((one) => one.personId === personId);
    return request?.open ? this.links.sign(PURPOSE, { request: request.id }, request.linkUntil) : null;
  }

  /** What a link asks. */
  async read(token: string): Promise<AskedByLink> {
    const { state, claims } = this.links.read(PURPOSE, token);
    const named = claims?.['request'] === undefined ? null : await this.requests.byId(claims['request']);
    if (state === 'damaged' || named === null) return DAMAGED;
    const request = await this.standing(named);
    const [person, painPoint] = [
      await this.people.byId(request.personId),
      (await this.painPoints.byIds([request.painPointId]))[0],
    ];
    if (person?.active !== true || !painPoint) return DAMAGED;
    const asked = { request, person, painPoint };
    if (request.answeredAt !== null) return { ...asked, state: LinkState.ANSWERED };
    if (request.endedAt !== null) return { ...asked, state: LinkState.MOVED_ON };
    return { ...asked, state: state === 'expired' ? LinkState.EXPIRED : LinkState.OPEN };
  }

  /** Who said last that it is fixed; null when nobody has. */
  async confirmedBy(painPointId: string): Promise<string | null> {
    const answers = (await this.confirmations.of([painPointId])).get(painPointId) ?? [];
    return answers.findLast(({ fixed }) => fixed)?.personId ?? null;
  }

  /** Takes the answer of whoever has the link. */
  async answer(token: string, answer: Omit<ConfirmFixedInput, 'painPointId'>): Promise<PainPoint> {
    const { state, request } = await this.read(token);
    if (state !== LinkState.OPEN || request === null) throw badInput('token', WHY_NOT[state]);
    return this.confirms.run({ personId: request.personId }, { ...answer, painPointId: request.painPointId });
  }

  /** The card may have been moved back and forth since the mail: then the question of now is meant. */
  private async standing(named: ConfirmationRequest): Promise<ConfirmationRequest> {
    if (named.endedAt === null) return named;
    const asked = (await this.requests.latest([named.painPointId])).get(named.painPointId) ?? [];
    return asked.find(({ personId, open }) => open && personId === named.personId) ?? named;
  }
}

const WHY_NOT: Record<LinkState, string> = {
  OPEN: '',
  ANSWERED: 'You have answered already. Open the pain point to say otherwise.',
  MOVED_ON: 'IT has taken it up again, so there is nothing to answer now. You are asked anew when it is done.',
  EXPIRED: 'This link is older than 30 days. Open the pain point to answer there.',
  DAMAGED: 'This link is not whole. Open it from the mail once more, or copy all of it.',
};
