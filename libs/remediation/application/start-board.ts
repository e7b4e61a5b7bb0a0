import { Clock, Ids } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Board } from '../domain/board.js';
import { ranksBetween } from '../domain/rank.js';
import { DEFAULT_STAGES, Stage } from '../domain/stage.js';
import { StageVersions } from '../persistence/stage-versions.js';

/** Makes the default board of a workspace, with its five stages. */
@Injectable()
export class StartBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: StageVersions,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(name: string): Promise<Board> {
    return this.unitOfWork.run(async (transaction: Transaction) => {
      const { em } = transaction;
      const board = Board.make({ id: this.ids.next(), name, keyPrefix: 'P', isDefault: true });
      em.persist(board);
      await em.flush();
      const positions = ranksBetween(null, null, DEFAULT_STAGES.length);
      const stages = DEFAULT_STAGES.map((stage, index) => {
        const position = positions[index] as string;
        return Stage.make({ ...stage, id: this.ids.next(), boardId: board.id, wipLimit: null, position });
      });
      em.persist(stages);
      await em.flush();
      await this.versions.record(transaction, board.id, board.revision, stages, this.clock.now());
      return board;
    });
  }
}
