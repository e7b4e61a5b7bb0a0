import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { atLeast, type Role, useMe } from '../../app/session.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from '../../ui/toasts.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { BusinessUnitField } from './business-unit-field.js';
import { makePassword } from './make-password.js';
import { ADD_BUSINESS_UNIT, ADD_PERSON, BUSINESS_UNITS, type PersonRow, UPDATE_PERSON } from './people.graphql.js';
import styles from './people-page.module.css';
import { ROLE_WORDS, rolesToGive } from './role-words.js';

const SECRETS = ['password'] as const;

/** Adds somebody, or changes one who is there. What was typed survives a refusal and a closed sheet. */
export function PersonForm({ person, onClose }: { person: PersonRow | null; onClose(): void }) {
  const me = useMe();
  const { draft, set, clear } = useFormDraft(
    `person.${person?.id ?? 'new'}`,
    {
      name: person?.name ?? '',
      email: person?.email ?? '',
      role: person?.role ?? 'SPONSOR',
      unit: person?.businessUnit?.name ?? '',
      password: '',
    },
    SECRETS,
  );
  const units = useQuery(BUSINESS_UNITS);
  const [addUnit] = useMutation(ADD_BUSINESS_UNIT);
  const [add, adding] = useMutation(ADD_PERSON, {
    update: (cache) => cache.evict({ id: 'ROOT_QUERY', fieldName: 'people' }),
  });
  const [change, changing] = useMutation(UPDATE_PERSON);
  const [error, setError] = useState<unknown>(null);
  const busy = adding.loading || changing.loading;
  const wrong = fieldOf(error);
  const problem = (field: string) => (wrong === field ? sayError(error) : undefined);
  const myself = person?.id === me.id;

  /** The id of the unit with this name; a name that is new makes a unit. */
  async function unitOf(name: string): Promise<string | null> {
    const wanted = name.trim();
    if (!wanted) return null;
    const same = (one: { name: string }) => one.name.localeCompare(wanted, undefined, { sensitivity: 'base' }) === 0;
    const known = units.data?.businessUnits.find(same);
    if (known) return known.id;
    const { data } = await addUnit({ variables: { name: wanted }, refetchQueries: [BUSINESS_UNITS] });
    return data?.addBusinessUnit.id ?? null;
  }

  async function save() {
    const { name, password } = draft;
    const role = draft.role as Role;
    const email = draft.email.trim() || null;
    const businessUnitId = await unitOf(draft.unit);
    if (person) {
      const grant = role === person.role ? {} : { role };
      await change({
        variables: { input: { id: person.id, name, email, businessUnitId, ...grant, ...(password && { password }) } },
      });
      say(`${name} is changed.`);
    } else {
      await add({ variables: { input: { name, email, role, businessUnitId, ...(password && { password }) } } });
      say(`${name} is in.`);
    }
    clear();
    onClose();
  }

  async function setActive(active: boolean) {
    if (!person) return;
    await change({
      variables: { input: { id: person.id, active } },
      optimisticResponse: { updatePerson: { ...person, active } },
    });
    say(
      active ? `${person.name} may come in again.` : `${person.name} can no longer come in. Nothing they said is lost.`,
    );
    onClose();
  }

  const attempt = (work: Promise<void>) => void work.catch(setError);

  return (
    <Sheet
      place="middle"
      label={person ? person.name : atLeast(me.role, 'LEAD') ? 'Add somebody' : 'Add a sponsor'}
      onClose={onClose}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          attempt(save());
        }}
      >
        <Field label="Name" text={draft.name} longest={120} error={problem('name')}>
          {(control) => (
            <input
              {...control}
              required
              autoFocus
              value={draft.name}
              onChange={({ target }) => set('name', target.value)}
            />
          )}
        </Field>
        <div className={styles['pair']}>
          <Field label="E-mail address" hint="Where they hear what happens." error={problem('email')}>
            {(control) => (
              <input
                {...control}
                type="email"
                autoComplete="off"
                value={draft.email}
                onChange={({ target }) => set('email', target.value)}
              />
            )}
          </Field>
          <BusinessUnitField
            label="Business unit"
            hint="A new name makes a new unit."
            value={draft.unit}
            onChange={(unit) => set('unit', unit)}
            error={problem('businessUnitId')}
          />
        </div>
        <Field
          label="Role"
          hint={`${ROLE_WORDS[draft.role as Role].name}: ${ROLE_WORDS[draft.role as Role].may}.`}
          error={problem('role')}
        >
          {(control) => (
            <select
              {...control}
              value={draft.role}
              disabled={myself}
              onChange={({ target }) => set('role', target.value)}
            >
              {rolesToGive(me.role).map((role) => (
                <option key={role} value={role}>
                  {ROLE_WORDS[role].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {!myself && (
          <Field
            label={person ? 'A new password' : 'A password'}
            hint={
              person
                ? 'Leave it empty to keep theirs. A new one signs them out everywhere.'
                : 'Optional: without one they are told by e-mail, but cannot sign in yet. Hand it over in person; they can change it.'
            }
            error={problem('password')}
          >
            {(control) => (
              <span className={styles['inline']}>
                <input
                  {...control}
                  type="text"
                  spellCheck={false}
                  autoComplete="off"
                  value={draft.password}
                  onChange={({ target }) => set('password', target.value)}
                />
                <Button onClick={() => set('password', makePassword())}>Make one</Button>
              </span>
            )}
          </Field>
        )}
        {Boolean(error) && !wrong && (
          <p role="alert" className={styles['problem']}>
            ▲ {sayError(error)}
          </p>
        )}
        <div className={styles['acts']}>
          <Button type="submit" look="main" disabled={busy}>
            {person ? 'Save' : 'Add'}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              clear();
              onClose();
            }}
          >
            Cancel
          </Button>
          {person && !myself && (
            <Button
              className={styles['last']}
              look="quiet"
              disabled={busy}
              onClick={() => attempt(setActive(!person.active))}
            >
              {person.active ? 'They have left' : 'Let them come in again'}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
