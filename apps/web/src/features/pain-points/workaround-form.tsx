import { useState } from 'react';
import { count, money, number } from '../../format.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { figure } from '../wins/win-draft.js';
import cost from './cost.module.css';
import styles from './meanwhile.module.css';
import { OFFER_WORKAROUND } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Tells } from './tells.js';
import { useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';

const FIGURES = [
  ['peopleAffected', 'People still affected'],
  ['hoursLostPerPersonPerWeek', 'Hours each still loses a week'],
  ['directCostPerWeek', 'Still paid directly each week'],
] as const;

/** Says what helps meanwhile, and what is left of the pain with it. */
export function WorkaroundForm({ onDone }: { onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const { id, key, tells, bleedPerWeek, bleedExplained, workaround } = details;
  const { currency, hourlyCost } = bleedExplained;
  const sized = bleedPerWeek > 0;
  const { draft, set, clear } = useFormDraft(`workaround:${id}`, {
    words: '',
    peopleAffected: number(details.peopleAffected, 0),
    hoursLostPerPersonPerWeek: number(details.hoursLostPerPersonPerWeek, 2),
    directCostPerWeek: number(details.directCostPerWeek, 2),
  });
  const [refused, setRefused] = useState<{ field: string | undefined; text: string }>();
  const [sending, setSending] = useState(false);
  const before = workaround?.bleedPerWeekBefore ?? bleedPerWeek;
  const [people, hours, direct] = FIGURES.map(([field]) => figure(draft[field]) ?? 0) as [number, number, number];
  const left = people * hours * hourlyCost + direct;
  const submit = async () => {
    const words = draft.words.trim();
    if (!words) {
      setRefused({ field: 'words', text: 'Say what helps: its sponsors try it.' });
      return;
    }
    const wrong = FIGURES.find(([field]) => !((figure(draft[field]) ?? 0) >= 0));
    if (sized && wrong) {
      setRefused({ field: wrong[0], text: 'Give a figure, like 12 or 2.5.' });
      return;
    }
    setSending(true);
    const figures = sized
      ? { peopleAffected: people, hoursLostPerPersonPerWeek: hours, directCostPerWeek: direct }
      : {};
    const { data, error } = await act({
      mutation: OFFER_WORKAROUND,
      variables: { input: { painPointId: id, words, ...figures } },
    });
    setSending(false);
    if (!data) {
      setRefused({ field: fieldOf(error), text: sayError(error) });
      return;
    }
    clear();
    say(
      `${key} is slowed${tells > 0 ? `, and ${count(tells, 'sponsor')} ${tells === 1 ? 'hears' : 'hear'} what helps` : ''}.`,
    );
    onDone();
  };
  const errorOf = (field: string) => (refused?.field === field ? refused.text : undefined);
  const elsewhere = refused && refused.field !== 'words' && !FIGURES.some(([field]) => field === refused.field);
  return (
    <form
      className={parts['box']}
      noValidate
      hidden={sending}
      onKeyDown={byEscape(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label="What helps meanwhile?"
        text={draft.words}
        longest={2000}
        hint="Its sponsors read this, and try it."
        error={errorOf('words')}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            autoFocus
            value={draft.words}
            onChange={(event) => set('words', event.target.value)}
          />
        )}
      </Field>
      {sized ? (
        <>
          <div className={cost['fields']}>
            {FIGURES.map(([field, label]) => (
              <Field key={field} label={label} error={errorOf(field)}>
                {(control) => (
                  <input
                    {...control}
                    inputMode="decimal"
                    autoComplete="off"
                    value={draft[field]}
                    onChange={(event) => set(field, event.target.value)}
                  />
                )}
              </Field>
            ))}
          </div>
          <p className={styles['left']} role="status">
            {Number.isFinite(left) && left < before ? (
              <>
                Slows it from {money(before, currency)} to <strong>{money(left, currency)}</strong> a week.
              </>
            ) : (
              `It costs ${money(before, currency)} a week without it. What is left with it?`
            )}
          </p>
        </>
      ) : (
        <p className={styles['left']}>Nobody has said yet what it costs, so the words stand alone.</p>
      )}
      {elsewhere && (
        <p className={parts['heed']} role="alert">
          ▲ {refused.text}
        </p>
      )}
      <div className={parts['row']}>
        <Button type="submit" look="main" small>
          Offer it
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        <Tells />
      </div>
    </form>
  );
}
