import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useMe } from '../../app/session.js';
import type { StageHeadFragment } from '../../graphql/generated/types.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { RAISE_PAIN_POINT } from './board.graphql.js';
import { moveCard } from './board-cache.js';
import type { Raiser } from './raise-bar.js';

/** A card that the server does not know yet. */
export function isBeingRaised(id: string): boolean {
  return id.startsWith('new:');
}

/** Raises a pain point by its title alone: it stands on the board at once; everything else can follow. */
export function useRaisePainPoint(boardId: string, stages: readonly StageHeadFragment[]) {
  const client = useApolloClient();
  const me = useMe();
  return useCallback(
    async (title: string, raiser: Raiser | undefined, open: (key: string) => void): Promise<boolean> => {
      const first = stages[0];
      if (!first) return false;
      const key = idempotencyKey();
      const stageIds = stages.map(({ id }) => id);
      const { id, name, category } = first;
      try {
        const { data } = await client.mutate({
          mutation: RAISE_PAIN_POINT,
          variables: { input: { title, boardId, idempotencyKey: key, ...(raiser && { raiserId: raiser.id }) } },
          optimisticResponse: {
            raisePainPoint: {
              __typename: 'PainPoint',
              id: `new:${key}`,
              key: '…',
              title,
              version: 0,
              rank: '~',
              enteredStageAt: new Date().toISOString(),
              confirmed: false,
              bleedPerWeek: 0,
              slowed: false,
              quadrant: null,
              blocked: false,
              blockedReason: null,
              taskCount: 0,
              tasksDone: 0,
              tells: 0,
              stage: { __typename: 'Stage', id, name, category },
              raiser: { __typename: 'Person', id: (raiser ?? me).id, name: (raiser ?? me).name },
              businessUnit: (raiser ?? me).businessUnit,
              owner: null,
              silence: null,
              commitment: null,
            },
          },
          update: (cache, { data: raised }) => {
            if (!raised) return;
            const card = raised.raisePainPoint;
            // At the end even when more cards are to be loaded: who raised it wants to see it.
            moveCard(cache, stageIds, card, undefined, card.stage.id, 'end');
          },
        });
        const raised = data?.raisePainPoint;
        const whose = raiser ? ` for ${raiser.name}, who is told` : '';
        if (raised) say(`${raised.key} is raised${whose}.`, { action: { label: 'Open', run: () => open(raised.key) } });
        return true;
      } catch (error) {
        say(`“${title}” was not raised. ${sayError(error)}`, { kind: 'heed' });
        return false;
      }
    },
    [client, me, boardId, stages],
  );
}
