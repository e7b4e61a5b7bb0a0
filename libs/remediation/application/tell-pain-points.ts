import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { PainPoint } from '../domain/pain-point.js';
import { BoardJournal, type Entry } from './board-journal.js';

/** Writes the same line into the history of several pain points: a task or a win may belong to more than one. */
@Injectable()
export class TellPainPoints {
  constructor(private readonly journal: BoardJournal) {}

  async run(
    transaction: Transaction,
    painPoints: readonly PainPoint[],
    actorId: string,
    entries: readonly Entry[],
  ): Promise<void> {
    if (entries.length === 0) return;
    for (const painPoint of painPoints) await this.journal.write(transaction, painPoint, actorId, entries);
  }
}
