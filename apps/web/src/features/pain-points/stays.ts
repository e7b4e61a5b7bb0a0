import type { Details } from './use-details.js';

type Travelled = Pick<Details, 'raisedAt' | 'closed'> & {
  history: readonly Pick<Details['history'][number], 'kind' | 'from' | 'to' | 'at'>[];
  stage: Pick<Details['stage'], 'name'>;
};

const DAY_MS = 86_400_000;

/** How many days it stood in each stage, by the stage's name; a stage that it came back to counts both times. */
export function staysOf({ history, raisedAt, stage, closed }: Travelled, now: Date): Map<string, number> {
  const stays = new Map<string, number>();
  const stood = (name: string, from: number, to: number) =>
    stays.set(name, (stays.get(name) ?? 0) + Math.max(0, to - from) / DAY_MS);
  let since = Date.parse(raisedAt);
  for (const { kind, at, from, to } of history) {
    if (kind !== 'MOVED' || from === to || from === null) continue;
    stood(from, since, Date.parse(at));
    since = Date.parse(at);
  }
  stood(stage.name, since, closed ? Date.parse(closed.at) : now.getTime());
  return stays;
}
