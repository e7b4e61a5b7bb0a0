import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { count } from '../../format.js';
import type { StageHeadFragment } from '../../graphql/generated/types.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import type { Neighbours } from './arrange-cards.js';
import { MOVE_PAIN_POINT, TAKE_BACK } from './board.graphql.js';
import { knownCard, moveCard } from './board-cache.js';

/** Who will be told, in a word. */
export function tellsWhom(tells: number): string {
  return tells === 0 ? 'tells nobody' : `tells ${count(tells, 'sponsor')}`;
}

/**
 * Moves a card: at once on this screen, then on the server. A refusal brings it back and says why; a move to another
 * stage says who is told and can be taken back.
 */
export function useMovePainPoint(stages: readonly StageHeadFragment[]) {
  const client = useApolloClient();
  return useCallback(
    async (id: string, toStageId: string, neighbours: Neighbours): Promise<boolean> => {
      const { cache } = client;
      const card = knownCard(cache, id, true);
      const stage = stages.find((one) => one.id === toStageId);
      if (!card || !stage) return false;
      const stageIds = stages.map((one) => one.id);
      const from = card.stage.id;
      const elsewhere = from !== toStageId;
      const { id: stageId, name, category } = stage;
      try {
        const { data } = await client.mutate({
          mutation: MOVE_PAIN_POINT,
          variables: { input: { id, toStageId, ...neighbours, idempotencyKey: idempotencyKey() } },
          optimisticResponse: {
            movePainPoint: {
              __typename: 'MoveResult',
              revision: 0,
              changeId: '',
              painPoint: {
                ...card,
                stage: { __typename: 'Stage', id: stageId, name, category },
                ...(elsewhere && { enteredStageAt: new Date().toISOString() }),
              },
            },
          },
          update: (now, { data: moved }) => {
            if (!moved) return;
            const { painPoint } = moved.movePainPoint;
            moveCard(now, stageIds, painPoint, from, painPoint.stage.id, neighbours);
          },
        });
        if (elsewhere && data) {
          const { changeId } = data.movePainPoint;
          const takeBack = async () => {
            try {
              const { data: undone } = await client.mutate({ mutation: TAKE_BACK, variables: { changeId } });
              if (!undone) return;
              const { rank, stage: back } = undone.undo;
              moveCard(cache, stageIds, undone.undo, toStageId, back.id, { rank });
            } catch (error) {
              say(sayError(error), { kind: 'heed' });
            }
          };
          say(`${card.key} is in ${name} and ${tellsWhom(card.tells)}.`, {
            action: { label: 'Undo', run: () => void takeBack() },
          });
        }
        return true;
      } catch (error) {
        say(`${card.key} went back to its place. ${sayError(error)}`, { kind: 'heed' });
        return false;
      }
    },
    [client, stages],
  );
}
