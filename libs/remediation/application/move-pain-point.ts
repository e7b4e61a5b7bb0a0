import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Neighbours, StoredCards } from '../persistence/stored-cards.js';
import { painPointOf } from './find-or-refuse.js';
import { type Placed, PlaceCard } from './place-card.js';

/** Which card goes where. */
export interface MovePainPointInput extends Neighbours {
  id: string;
  toStageId: string;
}

/** Moves a card between two neighbours of a stage. */
@Injectable()
export class MovePainPoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly placeCard: PlaceCard,
  ) {}

  async run(actor: Actor, input: MovePainPointInput): Promise<Placed> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.id);
      const stage = await this.cards.stage(transaction, input.toStageId);
      return this.placeCard.run(transaction, actor.personId, painPoint, stage, input);
    });
  }
}
