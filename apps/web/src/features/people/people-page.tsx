import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { atLeast, type Role, useMe, useSession } from '../../app/session.js';
import { count } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { PersonMark } from '../../ui/person-mark.js';
import { Bounced } from './bounced.js';
import { InviteForm } from './invite-form.js';
import { PEOPLE, type PersonRow } from './people.graphql.js';
import styles from './people-page.module.css';
import { PersonForm } from './person-form.js';
import { ROLE_WORDS, ROLES } from './role-words.js';
import { isWaiting, Waiting } from './waiting.js';

/** Who is in the programme, what they may do, and how they are reached. */
export default function PeoplePage() {
  const me = useMe();
  const { setup } = useSession();
  const leads = atLeast(me.role, 'LEAD');
  const [{ text, role, left, waiting }, filter] = useFilter();
  const variables = useDeferredValue({
    text: text || null,
    roles: role ? [role] : null,
    includeInactive: left,
    waiting,
    leads,
  });
  const { data, previousData, error, fetchMore, refetch, loading } = useQuery(PEOPLE, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const [shown, setShown] = useState<PersonRow | 'new' | 'invite' | null>(null);
  const people = (data ?? previousData)?.people;
  const filtered = text !== '' || role !== undefined || waiting;

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>People</h1>
          <p className={styles['soft']} role="status">
            {people
              ? `${count(people.totalCount, 'person', 'people')} ${filtered ? 'found' : `in ${setup.workspaceName ?? 'the workspace'}`}`
              : 'Reading …'}
          </p>
        </div>
        <div className={styles['acts']}>
          <Button {...(!leads && { look: 'main' })} onClick={() => setShown('new')}>
            {leads ? 'Add somebody' : 'Add a sponsor'}
          </Button>
          {leads && (
            <Button look="main" onClick={() => setShown('invite')}>
              Invite sponsors
            </Button>
          )}
        </div>
      </header>
      <div className={styles['filters']} role="search">
        <input
          type="search"
          aria-label="Find by name or e-mail"
          placeholder="Name or e-mail"
          value={text}
          onChange={({ target }) => filter({ text: target.value })}
        />
        <select
          aria-label="Role"
          value={role ?? ''}
          onChange={({ target }) => filter({ role: ROLES.find((one) => one === target.value) })}
        >
          <option value="">All roles</option>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {ROLE_WORDS[one].name}
            </option>
          ))}
        </select>
        {leads && (
          <label className={styles['left']}>
            <input type="checkbox" checked={waiting} onChange={({ target }) => filter({ waiting: target.checked })} />
            Invited, not come yet
          </label>
        )}
        <label className={styles['left']}>
          <input type="checkbox" checked={left} onChange={({ target }) => filter({ left: target.checked })} />
          Also those who left
        </label>
      </div>
      {error && !people && (
        <Notice
          kind="heed"
          title="The people could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {sayError(error)}
        </Notice>
      )}
      {people?.nodes.length === 0 && (
        <Notice title="Nobody like that here">
          {waiting
            ? 'Everybody who was invited has come in.'
            : filtered
              ? 'Try fewer letters, or another role.'
              : 'Add the first sponsor: somebody whom something hurts.'}
        </Notice>
      )}
      {!people && !error && <Ghosts />}
      {people && people.nodes.length > 0 && (
        <ul className={styles['list']} aria-label="People">
          {people.nodes.map((person) => (
            <Row key={person.id} person={person} {...(mayChange(me, person) && { onChange: () => setShown(person) })} />
          ))}
        </ul>
      )}
      {people?.pageInfo.hasNextPage && (
        <Button disabled={loading} onClick={() => void fetchMore({ variables: { after: people.pageInfo.endCursor } })}>
          Show more
        </Button>
      )}
      {shown === 'invite' && <InviteForm onClose={() => setShown(null)} />}
      {shown && shown !== 'invite' && (
        <PersonForm person={shown === 'new' ? null : shown} onClose={() => setShown(null)} />
      )}
    </div>
  );
}

interface Filter {
  text: string;
  role: Role | undefined;
  left: boolean;
  waiting: boolean;
}

/** What is looked for. It is kept in the address too, so that a link shows the same. */
function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const [search, setSearch] = useSearchParams();
  // The address follows a moment later: a field that waited for it would swallow letters.
  const [filter, setFilter] = useState<Filter>(() => ({
    text: search.get('text') ?? '',
    role: ROLES.find((one) => one === search.get('role')),
    left: search.get('left') === 'yes',
    waiting: search.get('waiting') === 'yes',
  }));
  return [
    filter,
    (change) => {
      const next = { ...filter, ...change };
      setFilter(next);
      setSearch(
        {
          ...(next.text && { text: next.text }),
          ...(next.role && { role: next.role }),
          ...(next.left && { left: 'yes' }),
          ...(next.waiting && { waiting: 'yes' }),
        },
        { replace: true },
      );
    },
  ];
}

/** A lead changes anyone up to their own role; their own data they change in the settings. */
function mayChange(me: { id: string; role: Role }, person: PersonRow): boolean {
  return atLeast(me.role, 'LEAD') && atLeast(me.role, person.role);
}

function Row({ person, onChange }: { person: PersonRow; onChange?: () => void }) {
  const { name, email, role, active, businessUnit } = person;
  return (
    <li className={active ? styles['row'] : `${styles['row']} ${styles['gone']}`}>
      <PersonMark name={name} />
      <span className={styles['name']}>
        {onChange ? (
          <button type="button" onClick={onChange}>
            {name}
            <span className="unseen">: change</span>
          </button>
        ) : (
          name
        )}
        {!active && <span className={styles['mark']}>left</span>}
      </span>
      <span className={styles['role']}>{ROLE_WORDS[role].name}</span>
      <span className={styles['unit']}>{businessUnit?.name}</span>
      <span className={styles['email']}>
        {email ?? <span className={styles['heed']}>▲ no e-mail: hears nothing</span>}
      </span>
      {isWaiting(person) && <Waiting person={person} />}
      <Bounced person={person} />
    </li>
  );
}

function Ghosts() {
  return (
    <div className={styles['ghosts']} aria-hidden="true">
      {Array.from({ length: 6 }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
