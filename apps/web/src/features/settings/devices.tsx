import { useMutation, useQuery } from '@apollo/client/react';
import { useSession } from '../../app/session.js';
import { when } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { sayFailure } from '../../ui/say-failure.js';
import { say } from '../../ui/toasts.js';
import type { Obstacle } from '../notifications/push-here.js';
import { PUSH_DEVICES, type PushDevice, TEST_PUSH } from '../notifications/push.graphql.js';
import { SettingsSection } from './settings-section.js';
import styles from './settings-page.module.css';
import { type Choices, NOTIFICATION_CHOICES } from './told.graphql.js';
import { useChoose } from './use-choose.js';
import { useDevices } from './use-devices.js';

/** Why this browser cannot be pushed to, and what one can do. */
const OBSTACLES: Record<Obstacle, { title: string; help: string }> = {
  INSECURE: {
    title: 'This address is not secure',
    help: `Browsers take push from https addresses alone, and this is ${location.origin}. Ask whoever runs Stanch for one.`,
  },
  HOME_SCREEN: {
    title: 'First put Stanch on the Home Screen',
    help: 'An iPhone or iPad takes push there alone: tap Share, then “Add to Home Screen”, open Stanch from there, and come back to this page.',
  },
  UNABLE: {
    title: 'This browser takes no push',
    help: 'Perhaps since this is a private window. Firefox, Chrome, Edge and Safari do.',
  },
  REFUSED: {
    title: 'Notifications are blocked in this browser',
    help: 'Press the sign beside the address of this page, set “Notifications” to “Allow”, and come back.',
  },
};

/** Where one is pushed to, and whether this browser is among it. */
export function Devices() {
  const { setup } = useSession();
  const { devices, known, here, obstacle, busy, refusal, error, refetch, switchOn, switchOff } = useDevices();
  const { data } = useQuery(NOTIFICATION_CHOICES);
  const choices = data?.notificationChoices;
  return (
    <SettingsSection
      title="Push on your devices"
      about={`A few words on the screen when something happens to your pain points, also while Stanch is closed.${
        setup.demo ? ' In the demo, too: act as somebody else in another browser, and see it come.' : ''
      }`}
    >
      {error && !known && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {!known && !error && <Notice>Reading …</Notice>}
      {choices && !choices.pushes && devices.length > 0 && <LeftAll choices={choices} />}
      {devices.length > 0 && (
        <ul className={styles['list']} aria-label="Devices with push">
          {devices.map((device) => (
            <DeviceLine key={device.id} device={device} onOff={() => switchOff(device)} />
          ))}
        </ul>
      )}
      {known && !here && obstacle && (
        <div className={styles['obstacle']} role="status">
          <h3>{OBSTACLES[obstacle].title}</h3>
          <p>{OBSTACLES[obstacle].help}</p>
        </div>
      )}
      {known && !here && !obstacle && (
        <div className={styles['acts']}>
          <Button disabled={busy} onClick={() => void switchOn()}>
            {busy ? 'Switching on …' : 'Switch on in this browser'}
          </Button>
        </div>
      )}
      <div role="alert">{refusal && <p className={styles['problem']}>▲ {refusal}</p>}</div>
    </SettingsSection>
  );
}

function LeftAll({ choices }: { choices: Choices }) {
  const choose = useChoose(choices);
  return (
    <Notice
      kind="heed"
      title="You left all push messages"
      action={
        <Button look="main" onClick={() => void choose({ pushes: true }, { pushes: true })}>
          Get them again
        </Button>
      }
    >
      By the link in a mail that ended everything. Nothing is sent to your devices.
    </Notice>
  );
}

function DeviceLine({ device, onOff }: { device: PushDevice; onOff(): Promise<void> }) {
  const { id, name, here, signedIn } = device;
  const [test, { loading }] = useMutation(TEST_PUSH, { variables: { id }, refetchQueries: [PUSH_DEVICES] });
  const sendTest = async () => {
    const { data } = await test();
    const { arrived, reason } = data?.testPush ?? {};
    if (arrived) say(`Sent to ${name}. It shows there in a moment.`);
    else say(`The test did not get there: ${reason ?? 'nobody knows why'}`, { kind: 'heed' });
  };
  return (
    <li className={styles['row']}>
      <span className={styles['token']}>
        {here ? `${name}, this browser` : name}
        <State device={device} />
      </span>
      <span className={styles['acts']}>
        {signedIn && (
          <Button
            small
            disabled={loading}
            aria-label={`Send a test to ${name}`}
            onClick={() => void sendTest().catch(sayFailure)}
          >
            {loading ? 'Sending …' : 'Send a test'}
          </Button>
        )}
        <Button
          small
          look="quiet"
          aria-label={`${here ? 'Switch off' : 'Take away'} ${name}`}
          onClick={() => void onOff().catch(sayFailure)}
        >
          {here ? 'Switch off' : 'Take away'}
        </Button>
      </span>
    </li>
  );
}

/** How it stands with a device; what is wrong comes first. */
function State({ device: { signedIn, addedAt, reachedAt, failingSince, failure, givenUp } }: { device: PushDevice }) {
  if (!signedIn) return <small>signed out there: it hears again once you sign in</small>;
  if (failingSince) {
    return (
      <small className={styles['problem']}>
        ▲ not reached since {when(failingSince)}
        {givenUp ? ', and given up until a test gets there' : ', and tried again'}: {failure}
      </small>
    );
  }
  return (
    <small>
      since {when(addedAt)}, {reachedAt ? `last reached ${when(reachedAt)}` : 'nothing sent yet'}
    </small>
  );
}
