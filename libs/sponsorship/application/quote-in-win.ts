import { badInput, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { BoardJournal, ChangeKind, painPointOf, ReadLinked, Visibility, Win } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { StoredConfirmations } from '../persistence/stored-confirmations.js';

/** Lets a sponsor's own words tell of a win: what they said last when they confirmed the fix. */
@Injectable()
export class QuoteInWin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmations: StoredConfirmations,
    private readonly linked: ReadLinked,
    private readonly journal: BoardJournal,
  ) {}

  /** Refuses while no sponsor of the pain point has said a word about the fix. */
  async run(actor: Actor, winId: string, painPointId: string): Promise<Win> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, painPointId);
      const wins = (await this.linked.wins([painPointId], 'all')).get(painPointId) ?? [];
      if (!wins.some(({ id }) => id === winId)) throw notFound('win');
      const said = (await this.confirmations.of([painPointId])).get(painPointId) ?? [];
      const answer = said.findLast(({ fixed, words }) => fixed && words !== '');
      if (!answer) throw badInput('painPointId', `No sponsor of ${painPoint.key} has said a word about the fix yet.`);
      const win = await transaction.em.findOneOrFail(Win, { id: winId });
      win.quoteSponsor(answer.words, answer.personId);
      const visibility = win.published ? Visibility.SHARED : Visibility.INTERNAL;
      await this.journal.write(transaction, painPoint, actor.personId, [
        { kind: ChangeKind.WIN, field: 'win.quote', to: win.headline, newValue: win.id, visibility },
      ]);
      await transaction.em.flush();
      return win;
    });
  }
}
