import { Clock, dayIn, type Instant, millisecondsBetween, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { BusinessUnits, People, WorkspaceSettings } from '@stanch/people';
import { bleedPerWeek, quadrantOf, ReadBoard, type ReadPainPoint, ReadPainPoints, scoreOf } from '@stanch/remediation';
import { type Commitment, CommitmentState, Sponsors, standingAmong } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import type { MeetingCard } from '../domain/minutes.js';

/** Of a long story so much is read aloud; the card itself has the rest. */
const LONGEST_WORDS = 600;

/** Describes pain points as the room sees them: with the names and words of now, however many in a few readings. */
@Injectable()
export class DescribeCards {
  constructor(
    private readonly painPoints: ReadPainPoints,
    private readonly board: ReadBoard,
    private readonly people: People,
    private readonly units: BusinessUnits,
    private readonly sponsors: Sponsors,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** By their ids; unknown ids are left out. */
  async run(ids: readonly string[]): Promise<Map<string, MeetingCard>> {
    const found = await this.painPoints.byIds([...new Set(ids)]);
    if (found.length === 0) return new Map();
    const { hourlyCost, timeZone } = await this.settings.current();
    const now = this.clock.now();
    const today = dayIn(now, timeZone);
    const known = found.map(({ id }) => id);
    const stages = byId(await this.board.stagesById([...new Set(found.map(({ stageId }) => stageId))]));
    const people = byId(await this.people.byIds(found.flatMap(({ raiserId, ownerId }) => [raiserId, ownerId ?? ''])));
    const units = byId(await this.units.byIds(found.flatMap(({ businessUnitId }) => businessUnitId ?? [])));
    const sponsorships = await this.sponsors.of(known);
    const commitments = await this.sponsors.commitments(known);
    const describe = (painPoint: ReadPainPoint): MeetingCard => {
      const { id, ownerId, businessUnitId, effortDays, enteredStageAt } = painPoint;
      const stage = stages.get(painPoint.stageId);
      const rate = bleedPerWeek(painPoint, hourlyCost);
      const standing = standingAmong(commitments.get(id) ?? []);
      const promised = standing !== null && isOpen(standing, today) ? standing : null;
      return {
        painPointId: id,
        key: painPoint.key,
        title: painPoint.title,
        words: cut(painPoint.description),
        stage: stage?.name ?? '',
        category: stage?.category ?? '',
        raiser: people.get(painPoint.raiserId)?.name ?? '',
        businessUnit: (businessUnitId && units.get(businessUnitId)?.name) ?? null,
        owner: (ownerId && people.get(ownerId)?.name) ?? null,
        sponsors: sponsorships.get(id)?.length ?? 0,
        bleedPerWeek: rate,
        effortDays,
        score: scoreOf(rate, effortDays),
        quadrant: quadrantOf(rate, effortDays, hourlyCost),
        blocked: painPoint.blocked,
        blockedReason: painPoint.blockedReason,
        raisedAt: painPoint.raisedAt,
        enteredStageAt,
        daysInStage: daysBetween(enteredStageAt, now),
        dueOn: promised?.dueOn ?? null,
        firstDueOn: promised?.firstDueOn ?? null,
      };
    };
    return new Map(found.map((painPoint) => [painPoint.id, describe(painPoint)]));
  }
}

/** Whole days from one moment to another. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor(millisecondsBetween(from, to) / MILLISECONDS_PER_DAY));
}

/** Promised and not yet settled, be it ahead or overdue. */
function isOpen(standing: Commitment, today: string): boolean {
  const state = standing.stateOn(today);
  return state === CommitmentState.OPEN || state === CommitmentState.BROKEN;
}

function cut(words: string): string {
  if (words.length <= LONGEST_WORDS) return words;
  const start = words.slice(0, LONGEST_WORDS);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), LONGEST_WORDS / 2)).trimEnd()} …`;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
