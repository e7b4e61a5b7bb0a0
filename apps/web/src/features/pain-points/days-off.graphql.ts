import { gql, type TypedDocumentNode } from '@apollo/client';
import type { DaysOffQuery } from '../../graphql/generated/types.js';

/** On which days nobody works, besides Saturdays and Sundays. */
export const DAYS_OFF: TypedDocumentNode<DaysOffQuery> = gql`
  query DaysOff {
    workspace {
      id
      holidays {
        day
        name
      }
    }
  }
`;
