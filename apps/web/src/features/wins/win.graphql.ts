import { gql, type TypedDocumentNode } from '@apollo/client';
import type { RecordWinMutation, RecordWinMutationVariables } from '../../graphql/generated/types.js';

export const RECORD_WIN: TypedDocumentNode<RecordWinMutation, RecordWinMutationVariables> = gql`
  mutation RecordWin($input: RecordWinInput!) {
    recordWin(input: $input) {
      id
      headline
      published
      painPoints {
        id
        wins {
          id
          headline
          measure
          unit
          before
          after
          savedPerWeek
          achievedOn
          published
        }
      }
    }
  }
`;
