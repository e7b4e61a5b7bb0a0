import { Clock, forbidden, Ids } from '@stanch/kernel';
import { type Actor, seesInternal } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import { Comment } from '../domain/comment.js';
import { Visibility } from '../domain/visibility.js';
import { BoardJournal } from './board-journal.js';
import { COMMENT_ADDED, type CommentAdded } from './events.js';
import { painPointOf } from './find-or-refuse.js';

/** Says something about a pain point, among IT or so that its sponsors read it. */
@Injectable()
export class AddComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: BoardJournal,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { painPointId: string; text: string; visibility: Visibility }): Promise<Comment> {
    if (input.visibility === Visibility.INTERNAL && !seesInternal(actor.role)) {
      throw forbidden('Internal comments are among IT. Please share your comment.');
    }
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      painPoint.assertNotMerged('painPointId');
      const comment = Comment.write({
        id: this.ids.next(),
        painPointId: painPoint.id,
        authorId: actor.personId,
        text: input.text,
        visibility: input.visibility,
        at: this.clock.now(),
      });
      transaction.em.persist(comment);
      await this.journal.write(transaction, painPoint, actor.personId, [
        { kind: ChangeKind.COMMENT, field: 'comment', newValue: comment.id, visibility: comment.visibility },
      ]);
      await transaction.em.flush();
      const data: CommentAdded = { commentId: comment.id, painPointId: painPoint.id, visibility: comment.visibility };
      await transaction.record({ type: COMMENT_ADDED, data, actorId: actor.personId });
      return comment;
    });
  }
}
