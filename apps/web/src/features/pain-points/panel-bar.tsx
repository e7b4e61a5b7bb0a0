import { count, daysSince, span } from '../../format.js';
import { useOnline } from '../../graphql/connection.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { Menu } from '../../ui/menu.js';
import { StageMark } from '../../ui/stage-mark.js';
import { say } from '../../ui/toasts.js';
import type { Way } from './leaving.js';
import { MOVE_FROM_PANEL, UNDO_FROM_PANEL } from './pain-point-acts.graphql.js';
import styles from './panel-bar.module.css';
import { useOpenDetails, useRights } from './use-details.js';

/** Stays in sight while one reads on: what this is, where it stands, and what can be done with the whole of it. */
export function PanelBar({ news, onLeave }: { news: string | undefined; onLeave: (way: Way) => void }) {
  const { details } = useOpenDetails();
  const { steers } = useRights();
  const online = useOnline();
  const { key, stage, closed, mergedInto, enteredStageAt, tells } = details;
  const onBoard = !closed && !mergedInto;
  const healed = stage.category === 'FIXED' || stage.category === 'CHECKING';
  const ways: [Way, string][] = [
    ...(healed ? [['REOPEN', '↩ It bleeds again …'] satisfies [Way, string]] : []),
    ['PARKED', '❙❙ Park …'],
    ['DECLINED', '⊘ Decline …'],
    ['MERGED', '⤵ Merge into another …'],
  ];
  return (
    <div className={styles['bar']}>
      <div className={styles['what']}>
        <span className={styles['key']}>{key}</span>
        {!onBoard && <span className={styles['off']}>not on the board</span>}
        {onBoard && (steers ? <StageMenu /> : <Standing />)}
        {onBoard && <span className={styles['age']}>{span(daysSince(enteredStageAt))}</span>}
      </div>
      <span role="status" className={`${styles['news']} ${online ? '' : styles['offline']}`}>
        {online ? news : '◌ Not connected. This is the last known state.'}
      </span>
      {steers && (
        <div className={styles['more']}>
          <Menu
            label={`More to do with ${key}`}
            button={
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
              </svg>
            }
            items={() => ways.map(([way, label]) => ({ label, onChoose: () => onLeave(way) }))}
            note={
              tells > 0 ? `Each tells ${count(tells, 'sponsor')} why; a merge, those of the other one too.` : undefined
            }
          />
        </div>
      )}
    </div>
  );
}

function Standing() {
  const { stage } = useOpenDetails().details;
  return (
    <span className={styles['standing']}>
      <StageMark category={stage.category} /> {stage.name}
    </span>
  );
}

/** The stage; who works on it can choose another, and reads first whom that tells. */
function StageMenu() {
  const { details, act, askForWin } = useOpenDetails();
  const { id, key, stage, board, tells } = details;
  const move = async (to: (typeof board.stages)[number]) => {
    const { data } = await act({
      mutation: MOVE_FROM_PANEL,
      variables: { input: { id, toStageId: to.id, idempotencyKey: idempotencyKey() } },
      expect: (state) => ({ ...state, stage: to, enteredStageAt: new Date().toISOString() }),
      failure: `${key} stays in ${stage.name}.`,
    });
    if (!data) return;
    const { changeId } = data.movePainPoint;
    say(`${key} is in ${to.name}${tells > 0 ? ` and tells ${count(tells, 'sponsor')}` : ''}.`, {
      action: {
        label: 'Undo',
        run: () =>
          void act({ mutation: UNDO_FROM_PANEL, variables: { changeId }, failure: 'It could not be taken back.' }),
      },
    });
    if (to.category === 'FIXED') askForWin();
  };
  return (
    <Menu
      label={`${stage.name}: move to another stage`}
      buttonClass={styles['stage']}
      button={
        <>
          <StageMark category={stage.category} />
          <span className={styles['stageName']}>{stage.name}</span>
          <svg viewBox="0 0 10 6" width="9" height="6" aria-hidden="true">
            <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </>
      }
      items={() =>
        board.stages.map((to) => ({
          label: (
            <>
              <StageMark category={to.category} /> {to.name} {to.id === stage.id && '(here)'}
            </>
          ),
          disabled: to.id === stage.id,
          onChoose: () => void move(to),
        }))
      }
      note={tells > 0 ? `A move tells ${count(tells, 'sponsor')}.` : 'A move tells nobody.'}
    />
  );
}
