import { daysSince, span } from '../../format.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { Button } from '../../ui/button.js';
import { StageMark } from '../../ui/stage-mark.js';
import { say } from '../../ui/toasts.js';
import { count } from '../../format.js';
import { EditableText } from './editable-text.js';
import { ME_TOO, MOVE_FROM_PANEL, UNDO_FROM_PANEL } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { useMe } from '../../app/session.js';
import { useOpenDetails, useRights } from './use-details.js';

/** What it is, where it stands, and the one thing to do about it from here. */
export function PanelHead() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const { key, stage, quadrant, closed, mergedInto, confirmed, reopenedCount } = details;
  const onBoard = !closed && !mergedInto;
  return (
    <header className={styles['head']}>
      <div className={styles['meta']}>
        <span className={styles['key']}>{key}</span>
        {quadrant === 'QUICK_WIN' && <span className={styles['badge']}>⚡ quick win</span>}
        {confirmed && <span className={`${styles['badge']} ${styles['healed']}`}>✓ confirmed fixed</span>}
        {reopenedCount > 0 && <span className={styles['badge']}>↩ reopened {count(reopenedCount, 'time')}</span>}
      </div>
      <EditableText field="title" label="Title" editable={works && onBoard} className={styles['title']} />
      <div className={styles['stageLine']}>
        {onBoard ? <StageLine /> : <span className={styles['faint']}>Not on the board</span>}
        <span className={styles['faint']}>
          {onBoard && `${stage.category === 'FIXED' ? 'since' : 'here for'} ${span(daysSince(details.enteredStageAt))}`}
        </span>
        <MeToo />
      </div>
      <Steps />
    </header>
  );
}

/** The stage; who works on it can choose another, and reads first whom that tells. */
function StageLine() {
  const { details, act } = useOpenDetails();
  const { works } = useRights();
  const { id, key, stage, board, tells } = details;
  if (!works) {
    return (
      <span className={styles['stage']}>
        <StageMark category={stage.category} /> {stage.name}
      </span>
    );
  }
  const move = async (toStageId: string) => {
    const to = board.stages.find((one) => one.id === toStageId);
    if (!to || to.id === stage.id) return;
    const { data } = await act({
      mutation: MOVE_FROM_PANEL,
      variables: { input: { id, toStageId, idempotencyKey: idempotencyKey() } },
      expect: (state) => ({ ...state, stage: to, enteredStageAt: new Date().toISOString() }),
      failure: `${key} stays in ${stage.name}.`,
    });
    if (!data) return;
    const { changeId } = data.movePainPoint;
    say(`${key} is in ${to.name} now.${tells > 0 ? ` That tells ${count(tells, 'sponsor')}.` : ''}`, {
      action: {
        label: 'Take back',
        run: () =>
          void act({
            mutation: UNDO_FROM_PANEL,
            variables: { changeId },
            failure: 'It could not be taken back.',
          }),
      },
    });
  };
  return (
    <label className={styles['stage']}>
      <StageMark category={stage.category} />
      <span className="unseen">Stage</span>
      <select value={stage.id} onChange={(event) => void move(event.target.value)}>
        {board.stages.map(({ id: stageId, name }) => (
          <option key={stageId} value={stageId}>
            {name}
          </option>
        ))}
      </select>
      {tells > 0 && <span className={styles['faint']}>a move tells {count(tells, 'sponsor')}</span>}
    </label>
  );
}

/** Standing behind somebody else's pain point. */
function MeToo() {
  const { details, act } = useOpenDetails();
  const { speaks } = useRights();
  const me = useMe();
  const { id, key, viewerIsSponsor, closed, mergedInto } = details;
  if (viewerIsSponsor) return <span className={styles['badge']}>You stand behind it</span>;
  if (!speaks || closed || mergedInto) return null;
  const join = async () => {
    const { data } = await act({
      mutation: ME_TOO,
      variables: { id },
      expect: (state) => ({
        ...state,
        viewerIsSponsor: true,
        sponsorships: [
          ...state.sponsorships,
          {
            __typename: 'Sponsorship',
            person: { __typename: 'Person', id: me.id, name: me.name, businessUnit: me.businessUnit },
            reason: 'JOINED',
            at: new Date().toISOString(),
            addedBy: null,
          },
        ],
      }),
      failure: 'You did not join.',
    });
    if (data) say(`You stand behind ${key} now and will be told what happens.`);
  };
  return (
    <Button small onClick={() => void join()}>
      Me too
    </Button>
  );
}

/** Where it stands between bleeding and fixed, as steps. */
function Steps() {
  const { details } = useOpenDetails();
  const { board, stage } = details;
  const at = board.stages.findIndex(({ id }) => id === stage.id);
  return (
    <ol className={styles['steps']} aria-label="Where it stands">
      {board.stages.map(({ id, name }, index) => (
        <li
          key={id}
          className={index < at ? styles['past'] : index === at ? styles['now'] : ''}
          aria-current={index === at ? 'step' : undefined}
          title={name}
        >
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
