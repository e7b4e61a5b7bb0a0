import { Services } from '@stanch/discovery';
import { BusinessUnits, People } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import type { Slice } from '../domain/slice.js';

const QUADRANTS = {
  QUICK_WIN: 'quick wins',
  BIG_FIX: 'big fixes',
  FILL_IN: 'fill-ins',
  THINK_TWICE: 'what wants thinking twice',
} as const;
const TIMINGS = { NEAR: 'due soon', PAST: 'overdue' } as const;
const CATEGORIES = {
  BLEEDING: 'bleeding',
  PLANNED: 'planned',
  TREATING: 'in treatment',
  CHECKING: 'being checked',
  FIXED: 'fixed',
} as const;

/** Says in a few words which slice of a board is shown, as it stands at the head of the screen. */
@Injectable()
export class SaySlice {
  constructor(
    private readonly units: BusinessUnits,
    private readonly services: Services,
    private readonly people: People,
    private readonly board: ReadBoard,
  ) {}

  async run({ filter, byId }: Slice): Promise<string> {
    const { businessUnitIds, serviceIds, ownerIds, sponsorIds, stageIds, tags, text } = filter;
    const units = await this.units.byIds(businessUnitIds ?? []);
    const services = await this.services.byIds(serviceIds ?? []);
    const people = await this.people.byIds([...(ownerIds ?? []), ...(sponsorIds ?? []), byId]);
    const stages = stageIds ? await this.board.stagesById(stageIds) : [];
    const named = (ids: readonly string[] | null | undefined, among: readonly { id: string; name: string }[]) =>
      ids && either(ids.map((id) => among.find((one) => one.id === id)?.name ?? 'nobody knows what'));
    const parts = [
      named(businessUnitIds, units),
      put('service ', named(serviceIds, services)),
      put('owned by ', named(ownerIds, people)),
      put('sponsored by ', named(sponsorIds, people)),
      put('in ', named(stageIds, stages)),
      filter.categories && either(filter.categories.map((one) => CATEGORIES[one])),
      put('tagged ', tags?.join(' and ')),
      filter.mine && `what concerns ${people.find(({ id }) => id === byId)?.name ?? 'this screen'}`,
      yesOrNo(filter.blocked, 'blocked'),
      yesOrNo(filter.silent, 'silent'),
      filter.commitmentTimings && either(filter.commitmentTimings.map((one) => TIMINGS[one])),
      filter.quadrants && either(filter.quadrants.map((one) => QUADRANTS[one])),
      text && `“${text}”`,
    ];
    return `only ${parts.filter(Boolean).join(', ')}`;
  }
}

function either(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(' or ');
}

function put(before: string, words: string | null | undefined): string | null {
  return words ? before + words : null;
}

function yesOrNo(value: boolean | null | undefined, word: string): string | null {
  return value == null ? null : value ? word : `not ${word}`;
}
