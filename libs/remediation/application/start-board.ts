import { Ids } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Board } from '../domain/board.js';
import { ranksBetween } from '../domain/rank.js';
import { DEFAULT_STAGES, Stage } from '../domain/stage.js';

/** Makes the default board of a workspace, with its five stages. */
@Injectable()
export class StartBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async run(name: string): Promise<Board> {
    return this.unitOfWork.run(async ({ em }: Transaction) => {
      const board = Board.make({ id: this.ids.next(), name, keyPrefix: 'P', isDefault: true });
      em.persist(board);
      await em.flush();
      const positions = ranksBetween(null, null, DEFAULT_STAGES.length);
      for (const [index, stage] of DEFAULT_STAGES.entries()) {
        const position = positions[index] as string;
        em.persist(Stage.make({ ...stage, id: this.ids.next(), boardId: board.id, wipLimit: null, position }));
      }
      await em.flush();
      return board;
    });
  }
}
