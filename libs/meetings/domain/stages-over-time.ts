import type { Instant } from '@stanch/kernel';
import { StageCategory, type StagesSince, type StageThen } from '@stanch/remediation';

/** How the stages of a board were at which time. */
export class StagesOverTime {
  private readonly versions: readonly { readonly since: number; readonly stages: readonly StageThen[] }[];
  private readonly known = new Map<string, StageThen>();

  /**
   * `versions` come oldest first; the first holds for whatever was before it. `gone` are stages that were removed before
   * anybody noted how stages were: the cards' own history speaks of them.
   */
  constructor(versions: readonly StagesSince[], gone: readonly StageThen[] = []) {
    this.versions = versions.map(({ since, stages }) => ({ since: Date.parse(since), stages }));
    for (const stage of [...gone, ...versions.flatMap(({ stages }) => stages)]) this.known.set(stage.id, stage);
  }

  /** The stages at a moment, from left to right. */
  at(at: Instant): readonly StageThen[] {
    return this.versionAt(Date.parse(at));
  }

  /** A stage as it was at a moment; one that was removed, or not made yet, as it was known last. Null: never heard of. */
  stage(id: string, at: number): StageThen | null {
    return this.versionAt(at).find((stage) => stage.id === id) ?? this.known.get(id) ?? null;
  }

  /** What a stage meant at a moment; of one that nobody knows any more, that work was under way. */
  categoryOf(id: string, at: number): StageCategory {
    return this.stage(id, at)?.category ?? StageCategory.TREATING;
  }

  private versionAt(at: number): readonly StageThen[] {
    const { versions } = this;
    if (versions.length === 1) return versions[0]?.stages ?? [];
    return (versions.findLast(({ since }) => since <= at) ?? versions[0])?.stages ?? [];
  }
}
