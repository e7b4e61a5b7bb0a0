import { useMutation } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { renderSVG } from 'uqr';
import { sayError } from '../../graphql/say-error.js';
import { OPEN_REMOTE } from './guests.graphql.js';
import styles from './phone-code.module.css';

/** A code that makes a phone the remote of this meeting: to be scanned, or typed at the address that stands beside it. */
export function PhoneCode({ meetingId }: { meetingId: string }) {
  const [open, { data, error }] = useMutation(OPEN_REMOTE, { variables: { meetingId } });
  useEffect(() => {
    open().catch(() => undefined);
  }, [open]);
  const code = data?.openRemote.code;
  const address = `${location.origin}/remote`;
  // The code stands behind the #, which no server and no log along the way gets to see.
  const picture = useMemo(() => (code ? renderSVG(`${address}#${code}`, { border: 2 }) : ''), [address, code]);
  return (
    <section className={styles['phone']} aria-label="A phone as remote control">
      <h1 className={styles['title']}>A phone as remote control</h1>
      {error && <p role="alert">{sayError(error)}</p>}
      {code && (
        <div className={styles['ways']}>
          <div
            role="img"
            aria-label="The address with the code, for the camera of a phone"
            className={styles['picture']}
            dangerouslySetInnerHTML={{ __html: picture }}
          />
          <p className={styles['words']}>
            Scan it, or open <strong>{address.replace(/^https?:\/\//u, '')}</strong> and type
            <output className={styles['code']}>
              {code.slice(0, 3)} {code.slice(3)}
            </output>
            It counts once, for ten minutes, and drives this meeting alone.
          </p>
        </div>
      )}
    </section>
  );
}
