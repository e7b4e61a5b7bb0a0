import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MinutesQuery, MinutesQueryVariables } from '../../graphql/generated/types.js';

export type PastMeeting = NonNullable<MinutesQuery['meeting']>;
export type ToldMinutes = NonNullable<PastMeeting['minutes']>;
export type Block = ToldMinutes['sections'][number]['blocks'][number];
export type Line = Block['lines'][number];
export type NamedCard = Line['cards'][number];

export const MINUTES: TypedDocumentNode<MinutesQuery, MinutesQueryVariables> = gql`
  query Minutes($id: ID!) {
    meeting(id: $id) {
      id
      state
      endedAt
      board {
        id
      }
      minutes {
        title
        subtitle
        foot
        sections {
          title
          blocks {
            kind
            numbered
            figures {
              name
              value
              more
              cards {
                painPointId
                key
                title
              }
            }
            lines {
              lead
              text
              more
              taskId
              cards {
                painPointId
                key
                title
              }
            }
          }
        }
      }
      actions {
        taskId
        task {
          id
          state
        }
      }
    }
  }
`;
