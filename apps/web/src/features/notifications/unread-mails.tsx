import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { count, when } from '../../format.js';
import type {
  SettleIncomingMailMutation,
  SettleIncomingMailMutationVariables,
  UnreadMailsQuery,
} from '../../graphql/generated/types.js';
import { Button } from '../../ui/button.js';
import { sayFailure } from '../../ui/say-failure.js';
import styles from './unread-mails.module.css';

const UNREAD_MAILS: TypedDocumentNode<UnreadMailsQuery> = gql`
  query UnreadMails {
    unreadMails {
      id
      at
      from
      subject
      text
      reason
    }
  }
`;

const SETTLE: TypedDocumentNode<SettleIncomingMailMutation, SettleIncomingMailMutationVariables> = gql`
  mutation SettleIncomingMail($id: ID!) {
    settleIncomingMail(id: $id)
  }
`;

/** Answers by mail that could not be put to a pain point: a lead reads them, and nothing is lost. */
export function UnreadMails() {
  const { data } = useQuery(UNREAD_MAILS, { fetchPolicy: 'cache-and-network' });
  const [settle] = useMutation(SETTLE, {
    optimisticResponse: { settleIncomingMail: true },
    update: (cache, _result, { variables }) =>
      cache.updateQuery({ query: UNREAD_MAILS }, (seen) =>
        seen ? { unreadMails: seen.unreadMails.filter(({ id }) => id !== variables?.id) } : seen,
      ),
  });
  const mails = data?.unreadMails ?? [];
  if (mails.length === 0) return null;
  return (
    <details className={styles['unread']} open={mails.length < 4}>
      <summary>▲ {count(mails.length, 'answer')} by mail that somebody has to read</summary>
      <ul aria-label="Answers by mail">
        {mails.map(({ id, at, from, subject, text, reason }) => (
          <li key={id}>
            <p>
              <strong>{from}</strong>, {when(at)}: {subject || 'no subject'}
            </p>
            <p className={styles['reason']}>{reason}</p>
            <blockquote>{text || 'It has no text.'}</blockquote>
            <Button
              small
              aria-label={`Done with the answer of ${from}`}
              onClick={() => void settle({ variables: { id } }).catch(sayFailure)}
            >
              Done with it
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
