import { useApolloClient, useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import { PANEL_CHOICES } from './pain-point.graphql.js';
import { ADD_SERVICE, ADD_UNIT } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { useOpenDetails, useRights } from './use-details.js';
import { useEdit } from './use-edit.js';

/** Who has it, whom it hits, what is behind it. */
export function Facts() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  if (works) return <EditableFacts />;
  const facts = [
    ['Has it in hand', details.owner?.name ?? 'nobody yet'],
    ['Business unit', details.businessUnit?.name],
    ['Service', details.service?.name],
    ['Tags', details.tags.join(', ')],
  ] as const;
  return (
    <>
      <dl className={styles['facts']}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {details.blocked && (
        <p className={styles['blocked']}>■ Blocked{details.blockedReason && `: ${details.blockedReason}`}</p>
      )}
    </>
  );
}

function EditableFacts() {
  const { details } = useOpenDetails();
  const { save, conflict, keepMine, takeTheirs } = useEdit();
  const { data, refetch } = useQuery(PANEL_CHOICES);
  const client = useApolloClient();
  const { owner, businessUnit, service } = details;

  const add = async (kind: 'unit' | 'service', name: string) => {
    try {
      if (kind === 'unit') {
        const { data: added } = await client.mutate({ mutation: ADD_UNIT, variables: { name } });
        if (added) await save({ businessUnitId: added.addBusinessUnit.id });
      } else {
        const { data: added } = await client.mutate({ mutation: ADD_SERVICE, variables: { name } });
        if (added) await save({ serviceId: added.addService.id });
      }
      await refetch();
    } catch (error) {
      say(`“${name}” was not added. ${sayError(error)}`, { kind: 'heed' });
    }
  };
  return (
    <>
      <div className={styles['fields']}>
        <Choice
          label="Has it in hand"
          none="nobody yet"
          value={owner}
          choices={data?.team.nodes}
          onChoose={(id, name) =>
            save({ ownerId: id }, undefined, { owner: id ? { __typename: 'Person', id, name } : null })
          }
        />
        <Choice
          label="Business unit"
          none="none"
          value={businessUnit}
          choices={data?.businessUnits}
          onAdd={(name) => add('unit', name)}
          onChoose={(id, name) =>
            save({ businessUnitId: id }, undefined, {
              businessUnit: id ? { __typename: 'BusinessUnit', id, name } : null,
            })
          }
        />
        <Choice
          label="Service"
          none="none"
          value={service}
          choices={data?.services}
          onAdd={(name) => add('service', name)}
          onChoose={(id, name) =>
            save({ serviceId: id }, undefined, { service: id ? { __typename: 'Service', id, name } : null })
          }
        />
        <Tags known={data?.tags ?? []} onSave={(tags) => save({ tags }, undefined, { tags })} />
      </div>
      <Blocked />
      {conflict && (
        <div className={styles['row']} role="alert">
          <span className={styles['heed']}>▲ Somebody changed this at the same time.</span>
          <Button small onClick={() => void keepMine()}>
            Let mine stand
          </Button>
          <Button small onClick={takeTheirs}>
            Take theirs
          </Button>
        </div>
      )}
    </>
  );
}

interface Named {
  id: string;
  name: string;
}

interface ChoiceProps {
  label: string;
  none: string;
  value: Named | null;
  choices: readonly Named[] | undefined;
  onChoose: (id: string | null, name: string) => Promise<unknown>;
  onAdd?: (name: string) => Promise<void>;
}

const ADD = 'add';

function Choice({ label, none, value, choices, onChoose, onAdd }: ChoiceProps) {
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const known = choices ?? [];
  const listed = value && !known.some(({ id }) => id === value.id) ? [value, ...known] : known;
  if (adding) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAdding(false);
          if (name.trim()) void onAdd?.(name.trim());
          setName('');
        }}
      >
        <Field label={`${label}: new`} hint="Enter adds it">
          {(control) => (
            <input
              {...control}
              autoFocus
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.preventDefault();
                event.stopPropagation();
                setAdding(false);
              }}
            />
          )}
        </Field>
      </form>
    );
  }
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value?.id ?? ''}
          onChange={(event) => {
            const id = event.target.value;
            if (id === ADD) setAdding(true);
            else void onChoose(id || null, listed.find((one) => one.id === id)?.name ?? '');
          }}
        >
          <option value="">{none}</option>
          {listed.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          {onAdd && <option value={ADD}>Add another …</option>}
        </select>
      )}
    </Field>
  );
}

function Tags({ known, onSave }: { known: readonly string[]; onSave: (tags: string[]) => Promise<boolean> }) {
  const { details } = useOpenDetails();
  const [text, setText] = useState('');
  const list = useId();
  const { tags } = details;
  const add = () => {
    const wanted = text.split(',').map((tag) => tag.trim());
    const added = wanted.filter((tag, at) => tag && !tags.includes(tag) && wanted.indexOf(tag) === at);
    setText('');
    if (added.length > 0) void onSave([...tags, ...added]);
  };
  return (
    <div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label="Tags">
          {(control) => (
            <input
              {...control}
              list={list}
              placeholder="add one, then Enter"
              value={text}
              maxLength={60}
              onChange={(event) => setText(event.target.value)}
              onBlur={add}
            />
          )}
        </Field>
        <datalist id={list}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
      {tags.length > 0 && (
        <ul className={styles['tags']} aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag}>
              {tag}
              <button
                type="button"
                aria-label={`Take the tag ${tag} away`}
                onClick={() => void onSave(tags.filter((other) => other !== tag))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Blocked() {
  const { details } = useOpenDetails();
  const { save } = useEdit();
  const [asking, setAsking] = useState(false);
  const [reason, write, forget] = useDraft(`blocked:${details.id}`);
  if (details.blocked) {
    return (
      <p className={styles['blocked']}>
        <span>■ Blocked{details.blockedReason && `: ${details.blockedReason}`}</span>
        <Button small onClick={() => void save({ blocked: false }, undefined, { blocked: false, blockedReason: null })}>
          It goes on
        </Button>
      </p>
    );
  }
  if (!asking) {
    return (
      <div>
        <Button look="quiet" small onClick={() => setAsking(true)}>
          ■ Mark as blocked
        </Button>
      </div>
    );
  }
  return (
    <form
      className={styles['box']}
      onSubmit={(event) => {
        event.preventDefault();
        const blockedReason = reason.trim() || null;
        void save({ blocked: true, blockedReason }, undefined, { blocked: true, blockedReason }).then(
          (done) => done && (forget(), setAsking(false)),
        );
      }}
    >
      <Field label="What blocks it?" hint="Its sponsors can read this.">
        {(control) => (
          <input
            {...control}
            autoFocus
            value={reason}
            maxLength={500}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <div className={styles['row']}>
        <Button type="submit" look="main" small>
          Mark as blocked
        </Button>
        <Button look="quiet" small onClick={() => setAsking(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
