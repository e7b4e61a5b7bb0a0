import { useState } from 'react';
import { day, todayIn } from '../../format.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { TimeZoneField } from '../../ui/region-fields.js';
import { MailLanguageField } from './mail-language.js';
import type { Choices } from './told.graphql.js';
import styles from './told.module.css';
import type { Choose } from './use-choose.js';

const EVENING = { from: '18:00', to: '08:00' };

/** When one does not want to be disturbed, hours of every day and days away; and in which language one is written to. */
export function Undisturbed({ choices, choose }: { choices: Choices; choose: Choose }) {
  const { quietHours, zone, mailLanguage, pausedUntil } = choices;
  const [away, setAway] = useState(pausedUntil ?? '');
  const isAway = pausedUntil !== null && pausedUntil >= todayIn(zone);
  const setHours = (hours: typeof EVENING | null) =>
    void choose(
      { quietHours: hours && { from: hours.from, to: hours.to } },
      { quietHours: hours && { __typename: 'HoursOfDay', ...hours } },
    );
  return (
    <div className={styles['undisturbed']}>
      <div>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={quietHours !== null}
            onChange={({ target }) => setHours(target.checked ? EVENING : null)}
          />
          <span>
            Quiet hours
            <small>What happens in them is mailed and pushed when they end.</small>
          </span>
        </label>
        {quietHours && (
          <div className={styles['hours']}>
            {(['from', 'to'] as const).map((end) => (
              <Field key={end} label={end === 'from' ? 'From' : 'Until'}>
                {(control) => (
                  <input
                    {...control}
                    type="time"
                    required
                    value={quietHours[end]}
                    onChange={({ target: { value } }) => value && setHours({ ...quietHours, [end]: value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </div>
      <TimeZoneField value={zone} onChange={(timeZone) => void choose({ timeZone }, { timeZone, zone: timeZone })} />
      <MailLanguageField
        value={mailLanguage}
        onChange={(language) => void choose({ language }, { mailLanguage: language })}
      />
      <form
        className={styles['away']}
        onSubmit={(event) => {
          event.preventDefault();
          void choose({ pausedUntil: away }, { pausedUntil: away });
        }}
      >
        <Field
          label="Away until"
          hint={
            isAway
              ? `Until the end of ${day(pausedUntil)} no mail and no push comes; what happened is in the digest after it.`
              : 'Until the end of that day no mail and no push comes; what happens is in the digest after it.'
          }
        >
          {(control) => (
            <input
              {...control}
              type="date"
              required
              min={todayIn(zone)}
              value={away}
              onChange={({ target }) => setAway(target.value)}
            />
          )}
        </Field>
        {away !== '' && away !== pausedUntil && <Button type="submit">Pause</Button>}
        {isAway && (
          <Button
            onClick={() => {
              setAway('');
              void choose({ pausedUntil: null }, { pausedUntil: null });
            }}
          >
            I am back
          </Button>
        )}
      </form>
    </div>
  );
}
