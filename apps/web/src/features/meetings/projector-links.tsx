import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { instant, when } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { sayFailure } from '../../ui/say-failure.js';
import { ShownOnce } from '../../ui/shown-once.js';
import { say } from '../../ui/toasts.js';
import styles from './meetings-page.module.css';
import {
  MAKE_PROJECTOR_LINK,
  PROJECTOR_LINKS,
  type ProjectorLink,
  REVOKE_PROJECTOR_LINK,
} from './projector-links.graphql.js';

/** Links by which a projector shows boards and meetings without anybody signed in on it; for leads. */
export function ProjectorLinks() {
  const { data, error, refetch } = useQuery(PROJECTOR_LINKS);
  const [url, setUrl] = useState<string>();
  return (
    <section className={styles['agenda']} aria-labelledby="projectors">
      <h2 id="projectors" className={styles['title']}>
        Projectors
      </h2>
      <p className={styles['soft']}>
        A link lets a screen follow meetings and rotate as a wallboard, without addresses and without what is internal.
        Nobody signs in there; whoever has the link sees the board.
      </p>
      {error && !data && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {url && <ShownOnce what="link" secret={url} onDone={() => setUrl(undefined)} />}
      {data && data.projectorLinks.length > 0 && (
        <ul className={styles['list']}>
          {data.projectorLinks.map((link) => (
            <LinkLine key={link.id} link={link} />
          ))}
        </ul>
      )}
      <NewLink onMade={setUrl} />
    </section>
  );
}

function LinkLine({ link: { id, name, madeAt, lastUsedAt } }: { link: ProjectorLink }) {
  const [revoke] = useMutation(REVOKE_PROJECTOR_LINK, {
    variables: { id },
    optimisticResponse: { revokeProjectorLink: true },
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'ProjectorLink', id }) });
    },
  });
  return (
    <li className={styles['step']}>
      <span className={styles['linkName']}>
        {name}
        <small className={styles['soft']}>
          made {when(madeAt)}, {lastUsedAt ? `last seen ${instant(lastUsedAt)}` : 'not opened yet'}
        </small>
      </span>
      <Button
        look="quiet"
        small
        aria-label={`End the link of ${name}`}
        onClick={() => void revoke().then(() => say(`${name} shows nothing any more.`), sayFailure)}
      >
        End it
      </Button>
    </li>
  );
}

function NewLink({ onMade }: { onMade(url: string): void }) {
  const [name, setName] = useState('');
  const [make, { loading, error }] = useMutation(MAKE_PROJECTOR_LINK, { refetchQueries: [PROJECTOR_LINKS] });
  return (
    <form
      className={styles['inline']}
      onSubmit={(event) => {
        event.preventDefault();
        make({ variables: { name } }).then(
          ({ data }) => {
            if (data) onMade(data.makeProjectorLink.url);
            setName('');
          },
          () => undefined,
        );
      }}
    >
      <Field label="Where is the projector?" text={name} longest={80} error={error ? sayError(error) : undefined}>
        {(control) => (
          <input
            {...control}
            required
            placeholder="e.g. meeting room 2"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={loading || !name.trim()}>
        Make a link
      </Button>
    </form>
  );
}
