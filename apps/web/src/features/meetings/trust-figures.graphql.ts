import { gql, type TypedDocumentNode } from '@apollo/client';
import type { TrustFiguresQuery } from '../../graphql/generated/types.js';

export type TrustFigures = TrustFiguresQuery['trustFigures'];

export const TRUST_FIGURES: TypedDocumentNode<TrustFiguresQuery> = gql`
  query TrustFigures {
    trustFigures {
      kept {
        kept
        due
      }
      keptThisWeek {
        kept
        due
      }
      bleedPerWeek
      bleedNewThisWeek
      bleedStoppedThisWeek
      bleedStoppedThisMonth
      timeToFixed {
        cases
        withinDays
        days
      }
      medianAgeDays
      fixed
      confirmed
      brought
      checked
      reopened
      meanRating
      ratings
      medianAnswerHours
      answered
      unanswered
    }
    workspace {
      id
      currency
    }
  }
`;
