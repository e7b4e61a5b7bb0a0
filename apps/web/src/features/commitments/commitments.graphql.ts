import { gql, type TypedDocumentNode } from '@apollo/client';
import type { CommitmentsQuery } from '../../graphql/generated/types.js';

export type Overview = CommitmentsQuery['commitments'];
export type GivenPromise = Overview['dueThisWeek'][number];

const GIVEN_PROMISE = gql`
  fragment GivenPromiseRow on GivenPromise {
    commitment {
      id
      dueOn
      nearFrom
      firstDueOn
      deliveredOn
      by {
        id
        name
      }
    }
    moves
    outcome
    reason
    painPoint {
      id
      key
      title
      stage {
        id
        name
        category
      }
      owner {
        id
        name
      }
      businessUnit {
        id
        name
      }
      service {
        id
        name
      }
    }
  }
`;

export const COMMITMENTS: TypedDocumentNode<CommitmentsQuery> = gql`
  query Commitments {
    commitments {
      today
      from
      rate {
        kept
        due
      }
      thisWeek {
        kept
        due
      }
      byBusinessUnit {
        name
        kept
        due
      }
      byService {
        name
        kept
        due
      }
      dueThisWeek {
        ...GivenPromiseRow
      }
      later {
        ...GivenPromiseRow
      }
      overdue {
        ...GivenPromiseRow
      }
      moved {
        ...GivenPromiseRow
      }
      kept {
        ...GivenPromiseRow
      }
      missed {
        ...GivenPromiseRow
      }
    }
  }
  ${GIVEN_PROMISE}
`;
