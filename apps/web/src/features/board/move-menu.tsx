import type { StageHeadFragment } from '../../graphql/generated/types.js';
import { Menu } from '../../ui/menu.js';
import { StageMark } from '../../ui/stage-mark.js';
import styles from './pain-point-card.module.css';

/** Moves a card without dragging: the stages as a list. */
export function MoveMenu({
  painPointKey,
  tells,
  stageId,
  stages,
  onMove,
}: {
  painPointKey: string;
  /** Who will be told, in a word. */
  tells: string;
  stageId: string;
  stages: readonly StageHeadFragment[];
  onMove: (stageId: string) => void;
}) {
  return (
    <Menu
      label={`Move ${painPointKey} to …`}
      buttonClass={styles['move']}
      button={
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 8h10M8.5 4.5 12 8l-3.5 3.5M15 3v10" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      }
      note={`A move ${tells}.`}
      items={() =>
        stages.map(({ id, name, category }) => ({
          label: (
            <>
              <StageMark category={category} />
              {id === stageId ? `${name} (it is here)` : `Move to ${name}`}
            </>
          ),
          disabled: id === stageId,
          onChoose: () => onMove(id),
        }))
      }
    />
  );
}
