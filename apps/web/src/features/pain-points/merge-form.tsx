import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import { Finder, type Found } from './finder.js';
import { FIND_MERGE_TARGET, MERGE_CARD } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Tells } from './tells.js';
import { useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';

/** Puts this pain point into another one that says the same. */
export function MergeForm({ onDone, onMerged }: { onDone: () => void; onMerged: () => void }) {
  const { details, act } = useOpenDetails();
  const client = useApolloClient();
  const [into, setInto] = useState<Found>();
  const [merging, setMerging] = useState(false);
  const { id, key } = details;
  const find = useCallback(
    async (text: string) => {
      const { data } = await client.query({ query: FIND_MERGE_TARGET, variables: { text }, fetchPolicy: 'no-cache' });
      return (data?.painPoints.nodes ?? [])
        .filter((one) => one.id !== id)
        .map((one) => ({ id: one.id, name: one.title, about: one.key }));
    },
    [client, id],
  );
  const merge = async (target: Found) => {
    setMerging(true);
    const { data } = await act({
      mutation: MERGE_CARD,
      variables: { input: { fromIds: [id], intoId: target.id } },
      failure: `${key} was not merged.`,
    });
    setMerging(false);
    if (!data) return;
    say(`${key} lives on in ${target.about ?? target.name}.`);
    onMerged();
  };
  return (
    <div className={parts['box']} onKeyDown={byEscape(onDone)}>
      {into ? (
        <>
          <p>
            {key} goes into{' '}
            <strong>
              {into.about} {into.name}
            </strong>
            . Its sponsors, steps and talk go with it.
          </p>
          <div key="merge" className={parts['row']}>
            <Button look="main" small autoFocus disabled={merging} onClick={() => void merge(into)}>
              {merging ? 'Merging …' : 'Merge them'}
            </Button>
            <Button look="quiet" small onClick={() => setInto(undefined)}>
              Another one
            </Button>
            <Tells />
          </div>
        </>
      ) : (
        <>
          <Finder
            label={`Into which one does ${key} go?`}
            hint="A word of its title, or its key"
            find={find}
            onChoose={setInto}
          />
          <div key="choose" className={parts['row']}>
            <Button look="quiet" small onClick={onDone}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
