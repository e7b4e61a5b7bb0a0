import styles from './outbox-page.module.css';

/** Why nothing goes out, and what to do about it. */
export function NoMailServer() {
  return (
    <details className={styles['noServer']}>
      <summary>
        <strong>
          <span aria-hidden="true">▲</span> No mail server is set up: mails wait here, and nobody gets any.
        </strong>{' '}
        <u>What to do</u>
      </summary>
      <div className={styles['how']}>
        <p>
          Whoever runs Stanch writes these two lines into the file <code>.env</code> beside it and starts it again. What
          waits here then goes out by itself. In the app everybody is told all the same.
        </p>
        <pre tabIndex={0}>
          {'SMTP_URL=smtps://user:password@mail.example.com:465\nMAIL_FROM=Stanch <stanch@example.com>'}
        </pre>
        <p>
          <code>npm run stanch -- check</code> says whether the mail server answers.
        </p>
      </div>
    </details>
  );
}
