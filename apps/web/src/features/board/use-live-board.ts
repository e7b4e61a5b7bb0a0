import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { useMe } from '../../app/session.js';
import type { ChangeOfBoardFragment } from '../../graphql/generated/types.js';
import { say } from '../../ui/toasts.js';
import { BOARD_CHANGED, BOARD_HEADS, MISSED_CHANGES } from './board.graphql.js';
import { knownCard, moveCard, removeCard, writeCard } from './board-cache.js';
import { noteMove } from './recent-moves.js';

/** Figures of the heads are read anew once it has been quiet for this long. */
const QUIET_MS = 400;
/** What passes a filter by time is read anew as often. */
const TURN_MS = 300_000;

interface LiveBoard {
  boardId: string;
  /** The revision that the board was read at. */
  revision: number;
  stageIds: readonly string[];
  filtered: boolean;
  /** What passes the filter changes by itself as time goes by. */
  turnsWithTime: boolean;
  /** Reads the whole board anew. */
  refetch(): void;
}

/**
 * Writes what others do on the board into the cache: each change once, in order, nothing older over something newer, and
 * nothing while a card is in the air. Gives the function that says whether one is.
 */
export function useLiveBoard(board: LiveBoard | null): (inAir: boolean) => void {
  const client = useApolloClient();
  const { id: myId } = useMe();
  const now = useRef(board);
  useEffect(() => {
    now.current = board;
  });
  const waiting = useRef<ChangeOfBoardFragment[]>([]);
  const inAir = useRef(false);
  const seen = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const readHeads = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const here = now.current;
      if (!here) return;
      if (here.filtered && !inAir.current) here.refetch();
      else void client.query({ query: BOARD_HEADS, variables: { id: here.boardId }, fetchPolicy: 'network-only' });
    }, QUIET_MS);
  }, [client]);

  const apply = useCallback(
    (change: ChangeOfBoardFragment) => {
      const here = now.current;
      if (!here) return;
      const { painPoint, removedId, actor, kind } = change;
      const byOther = actor !== null && actor.id !== myId;
      if (kind === 'stages') {
        here.refetch();
        return;
      }
      if (removedId !== null) {
        const left = knownCard(client.cache, removedId);
        removeCard(client.cache, here.stageIds, removedId);
        if (left && byOther) say(`${left.key} left the board: ${actor.name} ${leftHow(kind)} it.`);
      } else if (painPoint) {
        const known = knownCard(client.cache, painPoint.id);
        if (known && known.version >= painPoint.version) return;
        writeCard(client.cache, painPoint);
        const { rank, stage } = painPoint;
        if (known?.rank !== rank || known.stage.id !== stage.id) {
          moveCard(client.cache, here.stageIds, painPoint, known?.stage.id, stage.id, { rank });
          if (byOther) noteMove(painPoint.id, actor.name);
        }
      }
      readHeads();
    },
    [client, myId, readHeads],
  );

  const catchUp = useCallback(async () => {
    const here = now.current;
    if (!here) return;
    const variables = { boardId: here.boardId, since: seen.current };
    const { data } = await client.query({ query: MISSED_CHANGES, variables, fetchPolicy: 'no-cache' });
    if (!data) return;
    const { resync, revision, changes } = data.boardChanges;
    if (resync) here.refetch();
    else if (inAir.current) waiting.current.push(...changes);
    else changes.forEach(apply);
    seen.current = Math.max(seen.current, revision);
  }, [client, apply]);

  const boardId = board?.boardId;
  const readAt = board?.revision ?? 0;
  useEffect(() => {
    seen.current = Math.max(seen.current, readAt);
  }, [readAt]);

  useEffect(() => {
    if (!boardId) return;
    const missed = () => void catchUp().catch(() => undefined);
    const variables = { boardId, since: seen.current };
    const changes = client.subscribe({ query: BOARD_CHANGED, variables, fetchPolicy: 'no-cache' });
    const subscription = changes.subscribe({
      next: ({ data }) => {
        const change = data?.boardChanged;
        if (!change) return;
        if (change.kind === 'missed') {
          if (change.revision !== seen.current) missed();
          return;
        }
        // A gap means that something was said before this page listened.
        if (change.revision > seen.current + 1) missed();
        else seen.current = Math.max(seen.current, change.revision);
        if (inAir.current) waiting.current.push(change);
        else apply(change);
      },
      error: () => undefined,
    });
    return () => {
      subscription.unsubscribe();
      clearTimeout(timer.current);
    };
  }, [client, boardId, apply, catchUp]);

  const turns = board?.turnsWithTime ?? false;
  useEffect(() => {
    if (!turns) return;
    const turn = setInterval(readHeads, TURN_MS);
    return () => clearInterval(turn);
  }, [turns, readHeads]);

  return useCallback(
    (isInAir: boolean) => {
      inAir.current = isInAir;
      if (!isInAir) waiting.current.splice(0).forEach(apply);
    },
    [apply],
  );
}

function leftHow(kind: string): string {
  return kind === 'merged' ? 'merged' : 'closed';
}
