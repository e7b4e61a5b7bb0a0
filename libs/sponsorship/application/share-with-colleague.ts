import { badInput, Clock, limitedText } from '@stanch/kernel';
import { type Actor, InvitePeople, People } from '@stanch/people';
import { painPointOf, ReadLinked, ReadWork } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { PAIN_POINT_SHARED, type PainPointShared, WIN_SHARED, type WinShared } from './events.js';

const LONGEST_WORDS = 1_000;
/** So many colleagues somebody may write to within an hour. */
const MOST_AN_HOUR = 20;
const HOUR = 3_600_000;

/** To whom somebody shows something, with what word. */
export interface Sharing {
  readonly email: string;
  readonly words: string;
}

/** What is shown: what it is called, where it stands, and what happens when it is shown to somebody who is known. */
interface Shown {
  readonly called: string;
  readonly at: string;
  event(personId: string, words: string): { type: string; data: PainPointShared | WinShared };
}

/** Somebody shows a pain point or a win to a colleague: by a mail with the link to it. */
@Injectable()
export class ShareWithColleague {
  private readonly shared = new Map<string, number[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly invites: InvitePeople,
    private readonly linked: ReadLinked,
    private readonly work: ReadWork,
    private readonly clock: Clock,
  ) {}

  /** A pain point, and with it its wins. */
  async painPoint(actor: Actor, painPointId: string, sharing: Sharing): Promise<void> {
    await this.share(actor, sharing, async (transaction) => {
      const { key, title } = await painPointOf(transaction, painPointId);
      return {
        called: `${key}: ${title}`,
        at: `/mine/p/${key}`,
        event: (personId, words) => ({ type: PAIN_POINT_SHARED, data: { painPointId, personId, words } }),
      };
    });
  }

  /** A win that its sponsors have been told of. */
  async win(actor: Actor, winId: string, sharing: Sharing): Promise<void> {
    await this.share(actor, sharing, async () => {
      const { headline, published } = await this.work.win(winId, actor);
      if (!published) throw badInput('id', 'Only IT knows of this win yet. Tell it to the sponsors first.');
      const painPointIds = (await this.linked.painPointIdsOf('win', [winId])).get(winId) ?? [];
      return {
        called: headline,
        at: `/wins/${winId}`,
        event: (personId, words) => ({ type: WIN_SHARED, data: { winId, painPointIds, personId, words } }),
      };
    });
  }

  /** Who is known is told; who is not, and has an address of the company, is invited and led there. */
  private async share(
    actor: Actor,
    { email, words }: Sharing,
    shownIn: (transaction: Transaction) => Promise<Shown>,
  ): Promise<void> {
    const said = limitedText('words', 'Your words', words, LONGEST_WORDS);
    this.count(actor.personId);
    await this.unitOfWork.run(async (transaction) => {
      const shown = await shownIn(transaction);
      const known = await this.people.byEmail(email.trim());
      if (known === null) {
        const about = [said, shown.called].filter((part) => part !== '').join('\n\n');
        await this.invites.colleague(transaction, actor, email, about, shown.at);
        return;
      }
      if (known.id === actor.personId) throw badInput('email', 'This is your own address.');
      if (!known.active) throw badInput('email', 'Nobody is reached by Stanch at this address. Ask a lead.');
      await transaction.record({ ...shown.event(known.id, said), actorId: actor.personId });
    });
  }

  private count(personId: string): void {
    const now = Date.parse(this.clock.now());
    const lately = (this.shared.get(personId) ?? []).filter((at) => at > now - HOUR);
    if (lately.length >= MOST_AN_HOUR) {
      throw badInput('email', `You have written to ${MOST_AN_HOUR} colleagues within an hour. Please wait a while.`);
    }
    this.shared.set(personId, [...lately, now]);
  }
}
