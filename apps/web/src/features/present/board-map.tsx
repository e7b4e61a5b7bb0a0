import type { Meeting, WalkItem } from './meeting.graphql.js';
import styles from './board-map.module.css';

interface BoardMapProps {
  stages: Meeting['stages'];
  walk: readonly WalkItem[];
  /** The card that is shown. */
  at: string;
}

/** Cards that have room in a column of the map; of more, only where one is among them is drawn. */
const ROWS = 6;

/** The board, small: its stages as columns, the cards of the walk in them, and the one that is shown. */
export function BoardMap({ stages, walk, at }: BoardMapProps) {
  return (
    <svg
      className={styles['map']}
      viewBox={`0 0 ${stages.length * 26 - 4} ${ROWS * 8}`}
      role="img"
      aria-label={`Stage ${stages.findIndex(({ name }) => walk.some((one) => one.card.painPointId === at && one.card.stage === name)) + 1} of ${stages.length}`}
    >
      {stages.map(({ name }, column) => {
        const cards = walk.filter(({ card }) => card.stage === name).map(({ card }) => card.painPointId);
        const here = cards.indexOf(at);
        const x = column * 26;
        const many = cards.length > ROWS;
        return (
          <g key={name}>
            <rect x={x} y="0" width="22" height={ROWS * 8} className={here >= 0 ? styles['here'] : styles['column']} />
            {many
              ? here >= 0 && (
                  <rect
                    x={x}
                    y={(here / (cards.length - 1)) * (ROWS - 1) * 8}
                    width="22"
                    height="7"
                    className={styles['card']}
                  />
                )
              : cards.map((card, row) => (
                  <rect
                    key={card}
                    x={x + 3}
                    y={row * 8 + 2}
                    width="16"
                    height="5"
                    className={card === at ? styles['card'] : styles['other']}
                  />
                ))}
          </g>
        );
      })}
    </svg>
  );
}
