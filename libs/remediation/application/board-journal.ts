import { Clock, Ids, type Instant } from '@stanch/kernel';
import { Live, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Change, type ChangeKind, type Moved } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import { isWord } from '../domain/silence.js';
import { Visibility } from '../domain/visibility.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { savePainPoint } from '../persistence/stored-pain-points.js';
import { SponsorLinks } from './sponsor-links.js';

/** A line for the history, before it has its place there. */
export interface Entry {
  readonly kind: ChangeKind;
  readonly field: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly oldValue?: unknown;
  readonly newValue?: unknown;
  readonly visibility?: Visibility;
  readonly undoes?: string;
}

/** What watchers of a board hear after the commit. */
export interface BoardNews {
  readonly boardId: string;
  readonly revision: number;
  readonly kind: string;
  readonly actorId: string | null;
  /** Null when the stages changed rather than a card. */
  readonly painPointId: string | null;
  /** The card has left the board. */
  readonly removed: boolean;
}

/** The live topic of a board. */
export function boardTopic(boardId: string): string {
  return `board:${boardId}`;
}

/** The kind of board news for a kind of change; what is not named is an edit of the card. */
const NEWS_KINDS: Partial<Record<ChangeKind, string>> = {
  RAISED: 'raised',
  MOVED: 'moved',
  CLOSED: 'closed',
  REOPENED: 'reopened',
  MERGED: 'merged',
};

/** The name of a kind of change on the live board. */
export function newsKind(kind: ChangeKind): string {
  return NEWS_KINDS[kind] ?? 'edited';
}

/**
 * Writes the history. Every visible change of a pain point goes through here, which saves it, counts its version and the
 * board's revision, notes what its sponsors could see and tells those who watch, so none of these can be forgotten.
 */
@Injectable()
export class BoardJournal {
  constructor(
    private readonly cards: StoredCards,
    private readonly sponsors: SponsorLinks,
    private readonly live: Live,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Saves the pain point and writes the entries of one act as one revision. */
  async write(
    transaction: Transaction,
    painPoint: PainPoint,
    actorId: string | null,
    entries: readonly Entry[],
    at: Instant = this.clock.now(),
  ): Promise<{ revision: number; changes: Change[] }> {
    const revision = await this.cards.nextRevision(transaction, painPoint.boardId);
    painPoint.version += 1;
    const changes = entries.map((entry) =>
      Object.assign(new Change(), {
        id: this.ids.next(),
        painPointId: painPoint.id,
        boardId: painPoint.boardId,
        revision,
        version: painPoint.version,
        at,
        actorId,
        kind: entry.kind,
        field: entry.field,
        from: entry.from ?? null,
        to: entry.to ?? null,
        oldValue: entry.oldValue ?? null,
        newValue: entry.newValue ?? null,
        visibility: entry.visibility ?? Visibility.SHARED,
        undoes: entry.undoes ?? null,
      }),
    );
    if (actorId !== null && (await this.isHeard(painPoint, actorId, changes))) painPoint.hear(at);
    await savePainPoint(transaction, painPoint);
    if (changes.length > 0) await this.cards.addChanges(transaction, changes);
    const kind = entries[0] ? newsKind(entries[0].kind) : 'edited';
    this.announce(transaction, {
      boardId: painPoint.boardId,
      revision,
      kind,
      actorId,
      painPointId: painPoint.id,
      removed: !painPoint.onBoard,
    });
    return { revision, changes };
  }

  /** Tells the watchers that the stages changed; gives the revision that this made. */
  async stagesChanged(transaction: Transaction, boardId: string, actorId: string | null): Promise<number> {
    const revision = await this.cards.nextRevision(transaction, boardId);
    this.announce(transaction, { boardId, revision, kind: 'stages', actorId, painPointId: null, removed: false });
    return revision;
  }

  /** Whether its sponsors hear a word: of somebody who does not stand behind it with them, or who has it in care. */
  private async isHeard({ id, ownerId }: PainPoint, actorId: string, changes: readonly Change[]): Promise<boolean> {
    if (!changes.some((change) => isWord(change, (change.newValue as Moved | null)?.answered))) return false;
    return actorId === ownerId || !(await this.sponsors.isSponsor(id, actorId));
  }

  private announce(transaction: Transaction, news: BoardNews): void {
    transaction.afterCommit(() => this.live.publish(boardTopic(news.boardId), news));
  }
}
