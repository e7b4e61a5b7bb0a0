import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { when } from '../../format.js';
import { Button } from '../../ui/button.js';
import { PersonMark } from '../../ui/person-mark.js';
import { say } from '../../ui/toasts.js';
import { Finder } from './finder.js';
import { ADD_SPONSOR, FIND_SPONSOR, MUTE_PAIN_POINT } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Section } from './section.js';
import { SharePainPoint } from './share.js';
import styles from './sponsors.module.css';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { byEscape, useOpener } from './use-opener.js';

/** Who stands behind it, and how each came to it. */
export function Sponsors() {
  const { details, act } = useOpenDetails();
  const { steers, speaks } = useRights();
  const opener = useOpener();
  const client = useApolloClient();
  const [adding, setAdding] = useState(false);
  const [sharing, setSharing] = useState(false);
  const { id, sponsorships, viewerIsSponsor, viewerMuted } = details;

  const find = useCallback(
    async (text: string) => {
      const { data } = await client.query({ query: FIND_SPONSOR, variables: { text }, fetchPolicy: 'no-cache' });
      const there = new Set(sponsorships.map(({ person }) => person.id));
      return (data?.people.nodes ?? []).map(({ id: personId, name, businessUnit }) => ({
        id: personId,
        name,
        about: there.has(personId) ? 'stands behind it already' : businessUnit?.name,
      }));
    },
    [client, sponsorships],
  );

  const close = () => {
    setAdding(false);
    opener.back();
  };
  const add = async (personId: string, name: string) => {
    close();
    if (sponsorships.some(({ person }) => person.id === personId)) {
      say(`${name} stands behind it already.`);
      return;
    }
    const { data } = await act({
      mutation: ADD_SPONSOR,
      variables: { painPointId: id, personId },
      expect: (state) => ({
        ...state,
        sponsorships: [
          ...state.sponsorships,
          {
            __typename: 'Sponsorship',
            person: { __typename: 'Person', id: personId, name, businessUnit: null },
            reason: 'ADDED',
            at: new Date().toISOString(),
            addedBy: null,
          },
        ],
      }),
      failure: `${name} was not added.`,
    });
    if (data) say(`${name} stands behind it now, and is told so.`);
  };
  const mute = async (muted: boolean) => {
    const { data } = await act({
      mutation: MUTE_PAIN_POINT,
      variables: { id, muted },
      expect: (state) => ({ ...state, viewerMuted: muted }),
      failure: 'That was not kept.',
    });
    if (data) say(muted ? 'You hear nothing more of it. You still stand behind it.' : 'You hear of it again.');
  };
  return (
    <Section
      title="Sponsors"
      note={String(sponsorships.length)}
      action={
        steers && !adding ? (
          <Button ref={opener.ref} look="quiet" small onClick={() => setAdding(true)}>
            Add
          </Button>
        ) : null
      }
    >
      <ul className={styles['people']}>
        {sponsorships.map((one) => (
          <li key={one.person.id}>
            <PersonMark name={one.person.name} />
            <div>
              <p>{one.person.name}</p>
              <p className={parts['faint']}>
                {one.person.businessUnit && `${one.person.businessUnit.name} · `}
                {howTheyCame(one)}, {when(one.at)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {sharing && <SharePainPoint onDone={() => setSharing(false)} />}
      {(speaks || viewerIsSponsor) && (
        <div className={parts['row']}>
          {speaks && !sharing && (
            <Button look="quiet" small onClick={() => setSharing(true)}>
              Share it
            </Button>
          )}
          {viewerIsSponsor && (
            <Button look="quiet" small aria-pressed={viewerMuted} onClick={() => void mute(!viewerMuted)}>
              {viewerMuted ? '○ You hear nothing of it: hear again' : 'Hear nothing more of it'}
            </Button>
          )}
        </div>
      )}
      {adding && (
        <div className={parts['box']} onKeyDown={byEscape(close)}>
          <Finder
            label="Whom does it hurt too?"
            hint="They are told at once, and of every move."
            nothing="Nobody of that name. Somebody new comes in on the People page."
            find={find}
            onChoose={({ id: personId, name }) => void add(personId, name)}
          />
          <div className={parts['row']}>
            <Button look="quiet" small onClick={close}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </Section>
  );
}

function howTheyCame({ reason, addedBy, person }: Details['sponsorships'][number]): string {
  const by = addedBy && addedBy.id !== person.id ? ` by ${addedBy.name}` : '';
  return {
    RAISED: 'raised it',
    RAISED_FOR: `raised on their behalf${by}`,
    JOINED: 'said “me too”',
    MERGED: 'came with one that was merged into it',
    ADDED: `added${by}`,
  }[reason];
}
