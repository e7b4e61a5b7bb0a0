import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { count, day, money, number, span } from '../../format.js';
import type { TrustFigure } from '../../graphql/generated/types.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { sayHours } from './explain-figures.js';
import { FIGURE_CARDS, type FigureCard } from './figure-cards.graphql.js';
import styles from './trust-figures.module.css';

interface FigureCardsProps {
  figure: TrustFigure;
  currency: string;
  /** One of them is opened. */
  onOpen: () => void;
}

/** The pain points behind a figure, each with its part in it. */
export function FigureCards({ figure, currency, onOpen }: FigureCardsProps) {
  const { data, error, refetch } = useQuery(FIGURE_CARDS, { variables: { figure }, fetchPolicy: 'no-cache' });
  if (error) {
    return (
      <p className={styles['part']}>
        ▲ {sayError(error)}{' '}
        <Button look="quiet" small onClick={() => void refetch()}>
          Try again
        </Button>
      </p>
    );
  }
  if (!data) return <p className={styles['part']}>Reading …</p>;
  const { total, cards } = data.figureCards;
  if (total === 0) return <p className={styles['part']}>From none so far.</p>;
  return (
    <ul className={styles['cards']}>
      {cards.map((card, index) => (
        <li key={index}>
          {card.painPoint && (
            <Link to={`/board/p/${card.painPoint.key}`} state={{ opened: true }} onClick={onOpen}>
              <span className={styles['key']}>{card.painPoint.key}</span> {card.painPoint.title}
            </Link>
          )}
          <span className={styles['part']}>{PARTS[figure](card, currency)}</span>
        </li>
      ))}
      {total > cards.length && <li className={styles['part']}>and {number(total - cards.length, 0)} more</li>}
    </ul>
  );
}

const inMoney = ({ value }: FigureCard, currency: string) => `${money(value ?? 0, currency)} a week`;

/** The part of one pain point in each figure, in words. */
const PARTS: Record<TrustFigure, (card: FigureCard, currency: string) => string> = {
  KEPT: ({ counts, day: due }) => `${counts ? '✓ kept' : '▲ missed'}${due ? `, ${day(due)}` : ''}`,
  BLEEDING: inMoney,
  NEW_THIS_WEEK: inMoney,
  STOPPED_THIS_WEEK: inMoney,
  STOPPED_THIS_MONTH: inMoney,
  TIME_TO_FIXED: ({ value }) => count(value ?? 0, 'day'),
  AGE: ({ value }) => span(value ?? 0),
  CONFIRMED: ({ counts }) => (counts ? '✓ confirmed' : '◌ not confirmed'),
  REOPENED: ({ counts, value }) => (counts ? `↩ came back ${count(value ?? 0, 'time')}` : 'did not come back'),
  RATED: ({ value }) => `${number(value ?? 0)} of 5`,
  ANSWERED: ({ counts, value }) => (counts ? `after ${sayHours(value ?? 0)}` : '▲ not yet'),
};
