import { useState } from 'react';
import { dayOf, money } from '../../format.js';
import { Button } from '../../ui/button.js';
import styles from './meanwhile.module.css';
import { EndWorkaroundForm } from './end-workaround-form.js';
import parts from './parts.module.css';
import { Section } from './section.js';
import { useOpenDetails, useRights } from './use-details.js';
import { useOpener } from './use-opener.js';
import { WorkaroundForm } from './workaround-form.js';

/** What makes it hurt less until it is fixed: for those whom it hurts, something to do today. */
export function Meanwhile() {
  const { details } = useOpenDetails();
  const { steers } = useRights();
  const [asking, setAsking] = useState<'offer' | 'end'>();
  const opener = useOpener();
  const { workaround, stage, closed, mergedInto } = details;
  const over = stage.category === 'FIXED' || closed || mergedInto;
  if (!workaround && (!steers || over)) return null;
  const done = () => {
    setAsking(undefined);
    opener.back();
  };
  return (
    <Section
      title={over ? 'What helped until then' : 'Until it is fixed'}
      action={
        steers && !over && asking === undefined ? (
          <span className={parts['row']}>
            {workaround && (
              <Button look="quiet" small onClick={() => setAsking('end')}>
                It helps no longer
              </Button>
            )}
            <Button ref={opener.ref} look="quiet" small onClick={() => setAsking('offer')}>
              {workaround ? 'Something better' : 'Offer a workaround'}
            </Button>
          </span>
        ) : null
      }
    >
      {workaround ? <Standing /> : asking === undefined && <p className={parts['faint']}>Nothing helps meanwhile.</p>}
      {asking === 'offer' && <WorkaroundForm onDone={done} />}
      {asking === 'end' && <EndWorkaroundForm onDone={done} />}
    </Section>
  );
}

function Standing() {
  const { workaround, bleedPerWeek, bleedExplained } = useOpenDetails().details;
  if (!workaround) return null;
  const { words, at, by, bleedPerWeekBefore } = workaround;
  const { currency } = bleedExplained;
  return (
    <div className={styles['standing']}>
      <p className={styles['words']}>{words}</p>
      <p className={parts['faint']}>
        {by?.name ?? 'IT'}, {dayOf(at)}
        {bleedPerWeek < bleedPerWeekBefore &&
          ` · slows it from ${money(bleedPerWeekBefore, currency)} to ${money(bleedPerWeek, currency)} a week`}
      </p>
    </div>
  );
}
