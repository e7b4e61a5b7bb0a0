import { Clock } from '@stanch/kernel';
import { ReadRoom } from '@stanch/meetings';
import { People } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { NotificationKind } from '../domain/notification-rules.js';
import { Channel } from '../domain/preferences.js';
import { wayTo } from '../domain/reach.js';
import { StoredReach } from '../persistence/stored-reach.js';

/** To how many the minutes of a meeting are mailed if it ends now, so that nobody is surprised (product.md, rule 8). */
@Injectable()
export class CountMinutesReaders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly room: ReadRoom,
    private readonly people: People,
    private readonly reach: StoredReach,
    private readonly clock: Clock,
  ) {}

  /** Of those who are there or were said not to come: who takes part, has an address, and wants it by mail at once. */
  async run(meetingId: string): Promise<number> {
    const noted = await this.room.attendance(meetingId);
    const found = await this.people.byIds(noted.map(({ personId }) => personId));
    const addressed = found.filter(({ active, email }) => active && email !== null);
    if (addressed.length === 0) return 0;
    const ids = addressed.map(({ id }) => id);
    const reachOf = await this.unitOfWork.read((em) => this.reach.of({ em }, ids));
    const told = { kind: NotificationKind.MINUTES, part: 'sponsor', at: this.clock.now() } as const;
    return ids.filter((id) => wayTo(reachOf(id), Channel.MAIL, told).how === 'NOW').length;
  }
}
