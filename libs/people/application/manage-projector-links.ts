import { badInput, Clock, Ids } from '@stanch/kernel';
import { Configuration, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { GuestPass, newPassSecret } from '../domain/guest-pass.js';
import type { Actor } from '../domain/visitor.js';
import { GuestPasses } from '../persistence/guest-passes.js';
import { IdentifyVisitor } from './identify-visitor.js';

const MOST_LINKS = 50;

/** Links by which projectors look at boards and meetings without anybody signed in. */
@Injectable()
export class ManageProjectorLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passes: GuestPasses,
    private readonly identify: IdentifyVisitor,
    private readonly configuration: Configuration,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  all(): Promise<GuestPass[]> {
    return this.passes.projectors();
  }

  /** Makes a link and shows it, once. */
  async make(actor: Actor, name: string): Promise<{ link: GuestPass; url: string }> {
    const secret = newPassSecret();
    const now = this.clock.now();
    const link = GuestPass.forProjector({ id: this.ids.next(), name, secret, madeById: actor.personId, now });
    await this.unitOfWork.run(async ({ em }) => {
      if ((await this.passes.projectors()).length >= MOST_LINKS) {
        throw badInput('name', `There are ${MOST_LINKS} links already. Revoke one that is no longer used.`);
      }
      em.persist(link);
    });
    return { link, url: `${this.configuration.publicUrl}/projector/${secret}` };
  }

  /** Ends a link; every screen that came in by it goes dark at once. */
  async revoke(id: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      (await this.passes.of(transaction, id)).revoke(this.clock.now());
      transaction.afterCommit(() => this.identify.forget(id));
    });
    this.identify.forget(id);
  }
}
