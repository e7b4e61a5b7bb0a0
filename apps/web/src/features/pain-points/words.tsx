import { day } from '../../format.js';
import { EditableText } from './editable-text.js';
import styles from './panel.module.css';
import { Section } from './section.js';
import { useOpenDetails, useRights } from './use-details.js';

/** What the business said: the sponsor's own words, and quotes from interviews. */
export function Words() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const { raiser, raisedBy, raisedAt, description, quotes } = details;
  const onBehalf = raisedBy.id !== raiser.id;
  return (
    <Section title="In the sponsor’s words">
      <EditableText
        field="description"
        label="In the sponsor’s words"
        editable={works}
        empty={works ? 'Nothing more was said yet. What does it do to their day?' : 'Nothing more was said yet.'}
        className={styles['words']}
      />
      {(description || quotes.length === 0) && (
        <p className={styles['faint']}>
          {raiser.name}, {day(raisedAt.slice(0, 10))}
          {onBehalf && ` · typed by ${raisedBy.name}`}
        </p>
      )}
      {quotes.map(({ id, text, interview }) => (
        <figure key={id} className={styles['quote']}>
          <blockquote>{text}</blockquote>
          <figcaption className={styles['faint']}>from an interview on {day(interview.heldOn)}</figcaption>
        </figure>
      ))}
    </Section>
  );
}
