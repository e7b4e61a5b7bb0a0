import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useSession } from '../../app/session.js';
import { count } from '../../format.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from '../../ui/toasts.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { BusinessUnitField } from './business-unit-field.js';
import styles from './invite-form.module.css';
import { INVITE_PEOPLE } from './people.graphql.js';
import { type ListedPerson, readPeopleList } from './read-people-list.js';

/** Asks sponsors to come in, one or a pasted list of them; shows who is meant before a mail goes out. */
export function InviteForm({ onClose }: { onClose(): void }) {
  const { setup } = useSession();
  const { draft, set, clear } = useFormDraft('invite', { list: '', unit: '', words: '' });
  const [invite, { loading }] = useMutation(INVITE_PEOPLE, {
    update: (cache) => {
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'people' });
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'businessUnits' });
    },
  });
  const [error, setError] = useState<unknown>(null);
  const people = readPeopleList(draft.list).map((person) => ({
    ...person,
    businessUnit: person.businessUnit ?? (draft.unit.trim() || null),
  }));
  const faulty = people.filter(({ fault }) => fault !== null).length;
  const wrong = fieldOf(error);

  async function send() {
    const named = people.map(({ name, email, businessUnit }) => ({ name, email, businessUnit }));
    const { data } = await invite({ variables: { input: { people: named, words: draft.words } } });
    const invited = data?.invitePeople.length ?? 0;
    const there = people.length - invited;
    say(
      `${count(invited, 'person is', 'people are')} invited.` +
        (there > 0 ? ` ${count(there, 'has', 'have')} come in before and got no mail.` : ''),
    );
    clear();
    onClose();
  }

  return (
    <Sheet place="middle" label="Invite sponsors" onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setError(null);
          void send().catch(setError);
        }}
      >
        {!setup.mailConfigured && (
          <p className={styles['heed']}>▲ No mail server is set up yet. The invitations wait until there is one.</p>
        )}
        <Field
          label="Whom?"
          hint="One line for each, also copied from a spreadsheet or a mail: name, address, business unit."
          error={wrong === 'people' ? sayError(error) : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              required
              autoFocus
              rows={4}
              spellCheck={false}
              placeholder="Sara Sponsor, sara@company.com, Sales"
              value={draft.list}
              onChange={({ target }) => set('list', target.value)}
            />
          )}
        </Field>
        {people.length > 0 && <Understood people={people} />}
        <BusinessUnitField
          label="Business unit of those without one"
          hint="Optional. A new name makes a new unit."
          value={draft.unit}
          onChange={(unit) => set('unit', unit)}
        />
        <Field
          label="A few words from you (optional)"
          text={draft.words}
          longest={1000}
          hint="They stand at the top of the mail. What Stanch is and how to come in is said below them."
          error={wrong === 'words' ? sayError(error) : undefined}
        >
          {(control) => (
            <textarea {...control} rows={3} value={draft.words} onChange={({ target }) => set('words', target.value)} />
          )}
        </Field>
        {Boolean(error) && !['people', 'words'].includes(wrong ?? '') && (
          <p role="alert" className={styles['problem']}>
            ▲ {sayError(error)}
          </p>
        )}
        <div className={styles['acts']}>
          <Button type="submit" look="main" disabled={loading || people.length === 0 || faulty > 0}>
            {people.length === 0 ? 'Invite' : `Invite ${count(people.length, 'person', 'people')}`}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
          {faulty > 0 && (
            <span className={styles['problem']}>
              ▲ {count(faulty, 'line needs', 'lines need')} a change before anybody is invited.
            </span>
          )}
        </div>
      </form>
    </Sheet>
  );
}

function Understood({ people }: { people: ListedPerson[] }) {
  return (
    <ol className={styles['understood']} aria-label="Who is meant">
      {people.map(({ name, email, businessUnit, fault }, index) => (
        <li key={index} className={fault ? styles['wrong'] : undefined}>
          {fault ? (
            <span className={styles['fault']}>▲ {fault}</span>
          ) : (
            <>
              <strong>{name}</strong>
              <span className={styles['email']}>{email}</span>
              <span className={styles['unit']}>{businessUnit ?? 'no business unit'}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
