import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { count } from '../../format.js';
import type { PainPointCardFragment, StageHeadFragment } from '../../graphql/generated/types.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { inTurn } from '../../graphql/in-turn-link.js';
import { sayError } from '../../graphql/say-error.js';
import { sayFailure } from '../../ui/say-failure.js';
import { say } from '../../ui/toasts.js';
import type { Neighbours } from './arrange-cards.js';
import { MOVE_PAIN_POINT, TAKE_BACK } from './board.graphql.js';
import { knownCard, moveCard, writeCard } from './board-cache.js';

/** Who will be told, in a word. */
export function tellsWhom(tells: number): string {
  return tells === 0 ? 'tells nobody' : `tells ${count(tells, 'sponsor')}`;
}

/** Shows a card as the server answered it, unless the live board has brought that or something newer meanwhile. */
function settle(cache: ApolloCache, stageIds: readonly string[], card: PainPointCardFragment): void {
  const known = knownCard(cache, card.id);
  if (known && known.version >= card.version) return;
  writeCard(cache, card);
  moveCard(cache, stageIds, card, known?.stage.id, card.stage.id, { rank: card.rank });
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
      const elsewhere = card.stage.id !== toStageId;
      const there = {
        stage: { __typename: 'Stage' as const, id: toStageId, name: stage.name, category: stage.category },
        ...(elsewhere && { enteredStageAt: new Date().toISOString() }),
      };
      try {
        const { data } = await client.mutate({
          mutation: MOVE_PAIN_POINT,
          variables: { input: { id, toStageId, ...neighbours, idempotencyKey: idempotencyKey() } },
          context: inTurn('moves'),
          fetchPolicy: 'no-cache',
          optimisticResponse: {
            movePainPoint: { __typename: 'MoveResult', revision: 0, changeId: '', painPoint: { ...card, ...there } },
          },
          update: (now, { data: moved }) => {
            if (!moved) return;
            const { painPoint, revision } = moved.movePainPoint;
            if (revision > 0) return settle(now, stageIds, painPoint);
            const known = knownCard(now, id) ?? card;
            writeCard(now, { ...known, ...there });
            moveCard(now, stageIds, known, known.stage.id, toStageId, neighbours);
          },
        });
        if (elsewhere && data) {
          const { changeId } = data.movePainPoint;
          const takeBack = async () => {
            try {
              await client.mutate({
                mutation: TAKE_BACK,
                variables: { changeId },
                context: inTurn('moves'),
                fetchPolicy: 'no-cache',
                update: (now, { data: undone }) => undone && settle(now, stageIds, undone.undo),
              });
            } catch (error) {
              sayFailure(error);
            }
          };
          say(`${card.key} is in ${stage.name} and ${tellsWhom(card.tells)}.`, {
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
