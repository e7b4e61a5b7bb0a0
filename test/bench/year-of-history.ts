import Database from 'better-sqlite3';
import { generateNKeysBetween } from 'fractional-indexing';
import { v7 } from 'uuid';
import type { Agent } from '../support/agent.js';
import type { ServerProcess } from '../support/server-process.js';
import { startWorld } from '../support/world.js';
import { tokenOf } from './board-of-cards.js';
import { picker } from './tasks.js';

const DAY = 86_400_000;
const STAGES = ['BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED'];

interface Card {
  id: string;
  raisedAt: number;
  /** When it entered each of the stages that it came to. */
  entered: number[];
  people: number;
}

/** A server whose board has been busy for a year. It is ended and started again for that. */
export async function fillYear(
  server: ServerProcess,
  cards: number,
): Promise<{ boardId: string; agent: Agent; headers: Record<string, string> }> {
  const world = await startWorld(server.url);
  const headers = { authorization: `Bearer ${await tokenOf(world.it)}` };
  await world.leave();
  await server.terminate();
  writeYear(server.databaseFile, world.boardId, cards);
  await server.start();
  return { boardId: world.boardId, agent: world.it.agent, headers };
}

/**
 * Writes a year of a busy board straight into the database of a server that stands still: cards raised all year long,
 * most of them moved on through the stages, estimated anew and talked about, about eight changes each, and promises and
 * wins along the way. Through the API it would all have happened today.
 */
function writeYear(databaseFile: string, boardId: string, cards: number, now = Date.now()): void {
  const database = new Database(databaseFile);
  const actors = database.prepare('select id from person order by id').pluck().all() as string[];
  const stageIds = STAGES.map(
    (category) =>
      database
        .prepare('select id from stage where board_id = ? and category = ?')
        .pluck()
        .get(boardId, category) as string,
  );
  const random = numbers(7);
  const pick = picker(11);
  const made = Array.from({ length: cards }, (_, at): Card => {
    const raisedAt = now - 365 * DAY + Math.floor((at / cards) * 364 * DAY);
    const entered = [raisedAt];
    for (const usual of [12, 20, 25, 6]) {
      const next = (entered.at(-1) ?? raisedAt) + usual * DAY * (0.2 + random() * 2.2);
      if (next > now || random() < 0.05) break;
      entered.push(Math.floor(next));
    }
    return { id: v7(), raisedAt, entered, people: 1 + Math.floor(random() * 30) };
  });
  const changes = made.flatMap((card) => changesOf(card, stageIds, random)).toSorted((one, other) => one.at - other.at);
  const insertCard = database.prepare(`insert into pain_point (id, board_id, key, title, description, version, stage_id,
    rank, entered_stage_at, raised_at, fixed_at, confirmed, reopened_count, raiser_id, typed_by_id, tags, people_affected,
    hours_lost_per_person_per_week, direct_cost_per_week, effort_days, blocked) values (?, ?, ?, ?, '', 8, ?, ?, ?, ?, ?, ?, 0,
    ?, ?, '[]', ?, ?, ?, ?, 0)`);
  const insertChange =
    database.prepare(`insert into change (id, pain_point_id, board_id, revision, version, at, actor_id,
    kind, field, from_text, to_text, old_value, new_value, visibility) values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 'SHARED')`);
  const insertYes = database.prepare(`insert into confirmation (id, pain_point_id, person_id, fixed, rating, words, at)
    values (?, ?, ?, 1, 4, '', ?)`);
  const insertPromise =
    database.prepare(`insert into commitment (id, pain_point_id, by_id, made_on, due_on, first_due_on,
    state, delivered_on, reason) values (?, ?, ?, ?, ?, ?, ?, ?, null)`);
  const insertWin = database.prepare(`insert into win (id, headline, measure, unit, before_value, after_value,
    saved_per_week, achieved_on, published_at, recorded_by_id, recorded_at) values (?, ?, 'Time to order', 'minutes', 40, 9,
    ?, ?, ?, ?, ?)`);
  const linkWin = database.prepare('insert into win_pain_point (pain_point_id, win_id) values (?, ?)');
  database.transaction(() => {
    const ranks = generateNKeysBetween(null, null, cards);
    for (const [at, { id, raisedAt, entered, people }] of made.entries()) {
      const stands = entered.length - 1;
      const fixedAt = entered[4];
      const [raiser, doer] = [pick(actors), pick(actors)];
      const confirmed = fixedAt !== undefined && at % 5 > 0;
      const [key, title] = [`Y-${at + 1}`, `The report of branch ${at + 1} is wrong each month`];
      insertCard.run(
        ...[id, boardId, key, title, stageIds[stands], ranks[at], iso(entered.at(-1) ?? raisedAt), iso(raisedAt)],
        ...[fixedAt === undefined ? null : iso(fixedAt), confirmed ? 1 : 0, raiser, raiser],
        ...[people, 0.5 + (at % 6) / 2, (at % 4) * 25, at % 9 === 0 ? null : 1 + (at % 24)],
      );
      if (fixedAt === undefined) continue;
      if (confirmed) insertYes.run(v7(), id, raiser, iso(fixedAt));
      if (at % 6 === 0) {
        const due = iso(fixedAt + (at % 4 === 0 ? -2 : 3) * DAY).slice(0, 10);
        const kept = at % 4 !== 0;
        const delivered = iso(fixedAt).slice(0, 10);
        insertPromise.run(v7(), id, doer, iso(raisedAt).slice(0, 10), due, due, kept ? 'KEPT' : 'BROKEN', delivered);
      }
      if (at % 40 === 0) {
        const win = v7();
        insertWin.run(win, title, people * 60, iso(fixedAt).slice(0, 10), iso(fixedAt), doer, iso(fixedAt));
        linkWin.run(id, win);
      }
    }
    const revision = database.prepare('select revision from board where id = ?').pluck().get(boardId) as number;
    for (const [at, { card, kind, field, to, oldValue, newValue, ...change }] of changes.entries()) {
      const place = [v7(), card, boardId, revision + at + 1, iso(change.at), pick(actors)];
      insertChange.run(...place, kind, field, null, to, oldValue, newValue);
    }
    database.prepare('update board set revision = ? where id = ?').run(revision + changes.length, boardId);
    const first = iso(now - 366 * DAY);
    database.prepare('update stage_version set since = ? where board_id = ?').run(first, boardId);
    database.prepare('update hourly_cost set since = ?').run(first);
  })();
  database.close();
}

interface WrittenChange {
  card: string;
  at: number;
  kind: string;
  field: string;
  to: string | null;
  oldValue: string | null;
  newValue: string | null;
}

function changesOf(
  { id: card, raisedAt, entered, people }: Card,
  stageIds: string[],
  random: () => number,
): WrittenChange[] {
  const change = (at: number, kind: string, field: string, more: Partial<WrittenChange> = {}): WrittenChange => {
    return { card, at, kind, field, to: null, oldValue: null, newValue: null, ...more };
  };
  const moves = entered.slice(1).map((at, index) =>
    change(at, 'MOVED', 'stage', {
      to: STAGES[index + 1] ?? '',
      oldValue: JSON.stringify({
        ...{ stageId: stageIds[index], rank: 'a0', enteredStageAt: iso(entered[index] ?? raisedAt) },
        ...{ fixedAt: null, confirmed: false, estimateWhenPlanned: null },
      }),
      newValue: JSON.stringify({ stageId: stageIds[index + 1], rank: 'a0' }),
    }),
  );
  const last = entered.at(-1) ?? raisedAt;
  const estimated = raisedAt + (last - raisedAt) * random() + 1;
  return [
    change(raisedAt, 'RAISED', 'stage', { to: 'Bleeding', newValue: JSON.stringify(stageIds[0]) }),
    change(estimated, 'EDITED', 'peopleAffected', { oldValue: String(people + 3), newValue: String(people) }),
    change(estimated, 'EDITED', 'directCostPerWeek', { oldValue: '0', newValue: '25' }),
    change(estimated + 1, 'COMMENT', 'comment', { newValue: '"a"' }),
    change(estimated + 2, 'TASK', 'task', { to: 'Ask the supplier', newValue: '"a"' }),
    change(estimated + 3, 'EDITED', 'title', { oldValue: '"An older title"', newValue: '"A newer title"' }),
    ...moves,
    ...(entered.length === 5
      ? [change(last, 'CONFIRMED', 'confirmed', { to: 'Fixed: 4 of 5', newValue: 'true' })]
      : []),
  ];
}

/** A stream of numbers from 0 to 1 that is the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
