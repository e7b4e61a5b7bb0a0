import { useMutation } from '@apollo/client/react';
import { when } from '../../format.js';
import { Button } from '../../ui/button.js';
import { sayFailure } from '../../ui/say-failure.js';
import { say } from '../../ui/toasts.js';
import { INVITE_AGAIN, type PersonRow, WITHDRAW_INVITATION } from './people.graphql.js';
import styles from './people-page.module.css';

/** Whether somebody was invited and has not come in yet. */
export function isWaiting({ invitation, active }: PersonRow): boolean {
  return active && invitation != null && !invitation.acceptedAt && !invitation.withdrawnAt;
}

/** Since when an invitation waits for an answer; sends it again, or takes it back. */
export function Waiting({ person }: { person: PersonRow }) {
  const [again, sending] = useMutation(INVITE_AGAIN);
  const [withdraw, withdrawing] = useMutation(WITHDRAW_INVITATION);
  const { id, name, invitation } = person;
  if (!invitation) return null;
  const over = new Date(invitation.until) < new Date();
  const busy = sending.loading || withdrawing.loading;
  const attempt = (work: Promise<unknown>, done: string) => void work.then(() => say(done)).catch(sayFailure);

  return (
    <span className={styles['waiting']}>
      <span>
        ○ invited {when(invitation.sentAt)}, {over ? 'the link is over' : 'has not come yet'}
      </span>
      <Button
        small
        disabled={busy}
        aria-label={`Invite ${name} again`}
        onClick={() => attempt(again({ variables: { personId: id } }), `${name} gets the invitation once more.`)}
      >
        Send again
      </Button>
      <Button
        small
        look="quiet"
        disabled={busy}
        aria-label={`Withdraw the invitation of ${name}`}
        onClick={() =>
          attempt(
            withdraw({
              variables: { personId: id },
              optimisticResponse: {
                withdrawInvitation: {
                  ...person,
                  bounce: person.bounce ?? null,
                  active: false,
                  invitation: { ...invitation, withdrawnAt: new Date().toISOString() },
                },
              },
            }),
            `The invitation of ${name} is taken back: the link lets nobody in any more.`,
          )
        }
      >
        Withdraw
      </Button>
    </span>
  );
}
