import { badInput, Clock, limitedText } from '@stanch/kernel';
import { type Actor, InvitePeople, People } from '@stanch/people';
import { painPointOf } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { PAIN_POINT_SHARED, type PainPointShared } from './events.js';

const LONGEST_WORDS = 1_000;
/** So many colleagues somebody may write to within an hour. */
const MOST_AN_HOUR = 20;
const HOUR = 3_600_000;

/** Somebody shows a pain point, and with it its wins, to a colleague: by a mail with the link to it. */
@Injectable()
export class SharePainPoint {
  private readonly shared = new Map<string, number[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly invites: InvitePeople,
    private readonly clock: Clock,
  ) {}

  /** Who is known is told; who is not, and has an address of the company, is invited and led there. */
  async run(actor: Actor, painPointId: string, email: string, words: string): Promise<void> {
    const said = limitedText('words', 'Your words', words, LONGEST_WORDS);
    this.count(actor.personId);
    await this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, painPointId);
      const known = await this.people.byEmail(email.trim());
      if (known === null) {
        const about = [said, `${painPoint.key}: ${painPoint.title}`].filter((part) => part !== '').join('\n\n');
        await this.invites.colleague(transaction, actor, email, about, `/mine/p/${painPoint.key}`);
        return;
      }
      if (known.id === actor.personId) throw badInput('email', 'This is your own address.');
      if (!known.active) throw badInput('email', 'Nobody is reached by Stanch at this address. Ask a lead.');
      const data: PainPointShared = { painPointId, personId: known.id, words: said };
      await transaction.record({ type: PAIN_POINT_SHARED, data, actorId: actor.personId });
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
