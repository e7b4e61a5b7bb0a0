import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import { Finder, type Found } from './finder.js';
import { FIND_MERGE_TARGET, MERGE_CARD } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { TellsSo } from './tells.js';
import { type Details, useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';

/** Another pain point, with those who hear of it when something is merged into it. */
interface Target extends Found {
  tells: number;
  sponsorIds: readonly string[];
}

/** Puts this pain point into another one that says the same. */
export function MergeForm({ onDone, onMerged }: { onDone: () => void; onMerged: () => void }) {
  const { details, act } = useOpenDetails();
  const me = useMe();
  const client = useApolloClient();
  const [into, setInto] = useState<Target>();
  const targets = useRef(new Map<string, Target>());
  const [merging, setMerging] = useState(false);
  const { id, key } = details;
  const find = useCallback(
    async (text: string) => {
      const { data } = await client.query({ query: FIND_MERGE_TARGET, variables: { text }, fetchPolicy: 'no-cache' });
      const found = (data?.painPoints.nodes ?? [])
        .filter((one) => one.id !== id)
        .map(({ id: other, title: name, key: about, tells, sponsors }) => {
          return { id: other, name, about, tells, sponsorIds: sponsors.map((sponsor) => sponsor.id) };
        });
      targets.current = new Map(found.map((one) => [one.id, one]));
      return found;
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
            <TellsSo many={toldOfBoth(details, into, me.id)} more=", of both" />
          </div>
        </>
      ) : (
        <>
          <Finder
            label={`Into which one does ${key} go?`}
            hint="A word of its title, or its key"
            find={find}
            onChoose={(found) => setInto(targets.current.get(found.id))}
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

/** How many sponsors hear of the merge; whoever stands behind both hears once. */
function toldOfBoth({ tells, sponsorships }: Details, into: Target, myId: string): number {
  const twice = sponsorships.filter(({ person }) => person.id !== myId && into.sponsorIds.includes(person.id));
  return Math.max(tells, into.tells, tells + into.tells - twice.length);
}
