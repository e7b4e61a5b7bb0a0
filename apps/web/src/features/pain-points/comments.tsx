import { instant, when } from '../../format.js';
import { PersonMark } from '../../ui/person-mark.js';
import styles from './comments.module.css';
import { Composer } from './composer.js';
import parts from './parts.module.css';
import { Readers } from './readers.js';
import { Section } from './section.js';
import { useOpenDetails, useRights } from './use-details.js';

/** What was said: among IT, or so that the sponsors read it. The two never look alike. */
export function Comments() {
  const { details } = useOpenDetails();
  const { speaks, works } = useRights();
  const { comments, mergedInto } = details;
  const open = speaks && !mergedInto;
  if (!open && comments.length === 0) return null;
  return (
    <Section title="Talk" note={comments.length > 0 ? String(comments.length) : undefined}>
      {comments.length > 0 && (
        <ol className={styles['comments']}>
          {comments.map(({ id, author, text, visibility, at }) => (
            <li key={id} className={visibility === 'SHARED' ? styles['shared'] : styles['internal']}>
              <div className={styles['who']}>
                <PersonMark name={author.name} />
                <strong>{author.name}</strong>
                <time dateTime={at} title={instant(at)} className={parts['faint']}>
                  {when(at)}
                </time>
                {works && <Readers visibility={visibility} />}
              </div>
              <p className={author.role === 'SPONSOR' ? parts['sponsorWords'] : styles['said']}>{text}</p>
            </li>
          ))}
        </ol>
      )}
      {open && <Composer />}
    </Section>
  );
}
