import { Clock, dayIn } from '@stanch/kernel';
import { People, WorkspaceSettings } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { PainPoint } from '../domain/pain-point.js';
import { maySilence, type Patience } from '../domain/silence.js';
import { savePainPoint } from '../persistence/stored-pain-points.js';
import { PAIN_POINT_SILENT, type PainPointSilent } from './events.js';
import { painPointsOf } from './find-or-refuse.js';
import { patienceOf } from './patience-of.js';
import { ReadPainPoints } from './read-pain-points.js';

/** So many are told of in one transaction, for which everybody else waits. */
const AT_ONCE = 100;

/** Says of each silence once that there is one: to whoever has the pain point in care and, when it lasts, to the leads. */
@Injectable()
export class TellSilence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: ReadPainPoints,
    private readonly people: People,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** Tells of what is silent now; says how many were told of. That it was told is noted in the same transaction. */
  async run(): Promise<number> {
    const settings = await this.settings.find();
    if (settings === null) return 0;
    const patience = patienceOf(settings);
    const ids = await this.painPoints.idsSilentUntold(patience.silentBefore(this.clock.now()));
    let told = 0;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      told += await this.unitOfWork.run(async (transaction) => {
        const silent = await painPointsOf(transaction, 'ids', ids.slice(at, at + AT_ONCE));
        return this.tell(transaction, silent, patience, settings.timeZone);
      });
    }
    return told;
  }

  private async tell(
    transaction: Transaction,
    painPoints: readonly PainPoint[],
    patience: Patience,
    timeZone: string,
  ): Promise<number> {
    const now = this.clock.now();
    const owners = await this.people.byIds(painPoints.flatMap(({ ownerId }) => ownerId ?? []));
    const present = new Set(owners.filter(({ active }) => active).map(({ id }) => id));
    let told = 0;
    for (const painPoint of painPoints.filter(maySilence)) {
      const { id: painPointId, heard } = painPoint;
      // Who no longer takes part has nothing in care.
      const ownerId = painPoint.ownerId !== null && present.has(painPoint.ownerId) ? painPoint.ownerId : null;
      const to = patience.whomToTell(heard, ownerId !== null, now);
      if (to === null) continue;
      painPoint.noteTold(patience.told(heard, to, now));
      await savePainPoint(transaction, painPoint);
      const { why, since } = patience.silenceOf(heard);
      const { ownerToldOn } = heard;
      const data: PainPointSilent = { painPointId, to, why, since: dayIn(since, timeZone), ownerId, ownerToldOn };
      await transaction.record({ type: PAIN_POINT_SILENT, data, actorId: null });
      told += 1;
    }
    return told;
  }
}
