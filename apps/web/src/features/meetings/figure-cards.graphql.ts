import { gql, type TypedDocumentNode } from '@apollo/client';
import type { FigureCardsQuery, FigureCardsQueryVariables } from '../../graphql/generated/types.js';

export type FigureCard = FigureCardsQuery['figureCards']['cards'][number];

/** The pain points that a trust figure is computed from. */
export const FIGURE_CARDS: TypedDocumentNode<FigureCardsQuery, FigureCardsQueryVariables> = gql`
  query FigureCards($figure: TrustFigure!) {
    figureCards(figure: $figure) {
      total
      cards {
        counts
        value
        day
        painPoint {
          id
          key
          title
        }
      }
    }
  }
`;
