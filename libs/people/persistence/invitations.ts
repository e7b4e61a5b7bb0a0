import { SignedLinks, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Invitation } from '../domain/invitation.js';

const PURPOSE = 'invitation';

/** Who was invited to come in. */
@Injectable()
export class Invitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SignedLinks,
  ) {}

  /** The invitations of these people; to look at only. */
  async of(personIds: readonly string[]): Promise<Invitation[]> {
    return this.unitOfWork.read((em) => em.find(Invitation, { personId: { $in: [...personIds] } }));
  }

  /** The invitation of a person, to be changed in this transaction; null when there is none. */
  async within({ em }: Pick<Transaction, 'em'>, personId: string): Promise<Invitation | null> {
    return em.findOne(Invitation, { personId });
  }

  /** Who was invited and has not come yet. */
  async waitingIds(): Promise<string[]> {
    const waiting = await this.unitOfWork.read((em) => em.find(Invitation, { acceptedAt: null, withdrawnAt: null }));
    return waiting.map(({ personId }) => personId);
  }

  /** The token of the link in an invitation's mail. */
  tokenOf(invitation: Invitation): string {
    return this.links.sign(PURPOSE, { person: invitation.personId }, invitation.until);
  }

  /** The invitation of a link, as long as it counts: not withdrawn, not too old, and nobody has come by it. */
  async byToken(token: string): Promise<Invitation | null> {
    const { state, claims } = this.links.read(PURPOSE, token);
    if (state !== 'good' || claims['person'] === undefined) return null;
    const [invitation] = await this.of([claims['person']]);
    return invitation?.open === true ? invitation : null;
  }
}
