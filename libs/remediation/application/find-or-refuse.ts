import { badInput, notFound } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Board } from '../domain/board.js';
import type { PainPoint } from '../domain/pain-point.js';
import { RemediationTask } from '../domain/remediation-task.js';
import { Stage } from '../domain/stage.js';
import { Win } from '../domain/win.js';
import { loadPainPoints } from '../persistence/stored-pain-points.js';

/** More than this in one request is a mistake, and would hold the board for everybody. */
const MOST_AT_ONCE = 500;

/** The pain point of an id, to be changed in this transaction. */
export async function painPointOf(transaction: Transaction, id: string): Promise<PainPoint> {
  return (await loadPainPoints(transaction, [id]))[0] ?? refuse('pain point');
}

/** The pain points of several ids, in that order; each must exist, `field` is the input they came in. */
export async function painPointsOf(
  transaction: Transaction,
  field: string,
  ids: readonly string[],
): Promise<PainPoint[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) throw badInput(field, 'Name at least one pain point.');
  if (wanted.length > MOST_AT_ONCE) throw badInput(field, `At most ${MOST_AT_ONCE} pain points go at once.`);
  const found = await loadPainPoints(transaction, wanted);
  if (found.length < wanted.length) throw badInput(field, 'One of these pain points does not exist.');
  return found;
}

/** The stage of an id, to be changed in this transaction. */
export async function stageOf({ em }: Pick<Transaction, 'em'>, id: string): Promise<Stage> {
  return (await em.findOne(Stage, { id })) ?? refuse('stage');
}

/** The task of an id, to be changed in this transaction. */
export async function taskOf({ em }: Pick<Transaction, 'em'>, id: string): Promise<RemediationTask> {
  return (await em.findOne(RemediationTask, { id })) ?? refuse('task');
}

/** The win of an id, to be changed in this transaction. */
export async function winOf({ em }: Pick<Transaction, 'em'>, id: string): Promise<Win> {
  return (await em.findOne(Win, { id })) ?? refuse('win');
}

/** A board by its id, or the workspace's default board. */
export async function boardOf({ em }: Pick<Transaction, 'em'>, id: string | null | undefined): Promise<Board> {
  const board = await em.findOne(Board, id == null ? { isDefault: true } : { id });
  return board ?? refuse('board');
}

function refuse(what: string): never {
  throw notFound(what);
}
