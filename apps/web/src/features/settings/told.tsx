import { useQuery } from '@apollo/client/react';
import { instant } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { EVENT_WORDS } from '../notifications/event-words.js';
import { SettingsSection } from './settings-section.js';
import { type Choices, type ChosenCell, NOTIFICATION_CHOICES } from './told.graphql.js';
import styles from './told.module.css';
import { Undisturbed } from './undisturbed.js';
import { type Choose, useChoose } from './use-choose.js';

const CHANNELS = [
  ['APP', 'In the app'],
  ['MAIL', 'By mail'],
  ['PUSH', 'By push'],
] as const;

const CHOICE_WORDS: Record<ChosenCell['choice'], string> = {
  AT_ONCE: 'at once',
  DIGEST: 'digest',
  NEVER: 'never',
};

/** How one is told: event by event, channel by channel, and when not at all. */
export function Told() {
  const { data, error, refetch } = useQuery(NOTIFICATION_CHOICES);
  return (
    <SettingsSection
      title="How you are told"
      about="Whether it is fixed you are always asked: that is what Stanch is for. All else is as you like it, and every mail has a link that ends it."
    >
      {data ? (
        <Chooser choices={data.notificationChoices} />
      ) : error ? (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      ) : (
        <Notice>Reading …</Notice>
      )}
    </SettingsSection>
  );
}

function Chooser({ choices }: { choices: Choices }) {
  const choose = useChoose(choices);
  const { mails, digest, bounce } = choices;
  return (
    <div className={styles['told']}>
      {bounce && (
        <Notice
          kind="heed"
          title={`Mails to ${bounce.address} come back`}
          action={
            <Button onClick={() => void choose({ tryAddressAgain: true }, { bounce: null })}>Try it again</Button>
          }
        >
          Since {instant(bounce.at)} no mail is sent to you. The mail server said: {bounce.reason}
        </Notice>
      )}
      {!mails && (
        <Notice
          kind="heed"
          title="You left all mails"
          action={
            <Button look="main" onClick={() => void choose({ mails: true }, { mails: true })}>
              Get mails again
            </Button>
          }
        >
          What is asked of you waits in the app alone.
        </Notice>
      )}
      <Grid choices={choices} choose={choose} />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={digest}
          onChange={({ target: { checked } }) => void choose({ digest: checked }, { digest: checked })}
        />
        <span>
          A digest once a week, the afternoon before the status meeting
          <small>What is yours and moved, what is promised, what is asked of you. Nothing to say, no mail.</small>
        </span>
      </label>
      <Undisturbed choices={choices} choose={choose} />
      {mails && (
        <div>
          <Button look="quiet" onClick={() => void choose({ mails: false }, { mails: false })}>
            Leave all mails
          </Button>
        </div>
      )}
    </div>
  );
}

function Grid({ choices, choose }: { choices: Choices; choose: Choose }) {
  const events = [...new Set(choices.cells.map(({ event }) => event))];
  const cellOf = (event: string, channel: string) =>
    choices.cells.find((cell) => cell.event === event && cell.channel === channel);
  const pick = (cell: ChosenCell, value: string) => {
    const choice = (value || null) as ChosenCell['choice'] | null;
    const cells = choices.cells.map((one) =>
      one === cell ? { ...one, choice: choice ?? one.choice, chosen: choice !== null } : one,
    );
    void choose({ cells: [{ event: cell.event, channel: cell.channel, choice }] }, { cells });
  };
  return (
    <table className={styles['grid']}>
      <caption className="unseen">What you hear of, when, by each channel</caption>
      <thead>
        <tr>
          <th scope="col">What happens</th>
          {CHANNELS.map(([channel, words]) => (
            <th key={channel} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event}>
            <th scope="row">{EVENT_WORDS[event]}</th>
            {CHANNELS.map(([channel, words]) => {
              const cell = cellOf(event, channel);
              if (!cell) return null;
              return (
                <td key={channel}>
                  <span className={styles['channel']} aria-hidden="true">
                    {words}
                  </span>
                  <select
                    aria-label={`${EVENT_WORDS[event]}: ${words.toLowerCase()}`}
                    className={cell.choice === 'NEVER' ? styles['never'] : undefined}
                    value={cell.choice}
                    onChange={({ target }) => pick(cell, target.value)}
                  >
                    {Object.entries(CHOICE_WORDS).map(([choice, said]) => (
                      <option key={choice} value={choice}>
                        {said}
                      </option>
                    ))}
                  </select>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
