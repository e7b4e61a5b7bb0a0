import { gql, type TypedDocumentNode } from '@apollo/client';
import type { KioskQuery, KioskQueryVariables } from '../../graphql/generated/types.js';

export type Kiosk = KioskQuery;
export type KioskStage = KioskQuery['board']['stages'][number];
export type KioskPromise = KioskQuery['commitments']['overdue'][number];

const KIOSK_PROMISE = gql`
  fragment KioskPromise on GivenPromise {
    outcome
    commitment {
      id
      dueOn
      firstDueOn
      by {
        id
        name
      }
    }
    painPoint {
      id
      key
      title
    }
  }
`;

export const KIOSK: TypedDocumentNode<KioskQuery, KioskQueryVariables> = gql`
  query Kiosk($filter: PainPointFilter) {
    slice(filter: $filter) {
      words
    }
    board {
      id
      revision
      name
      currency
      stages {
        id
        name
        category
        count(filter: $filter)
        bleedPerWeek(filter: $filter)
        painPoints(first: 30, filter: $filter) {
          nodes {
            id
            key
            title
            bleedPerWeek
            businessUnit {
              id
              name
            }
          }
        }
      }
    }
    wins(first: 8, filter: $filter) {
      id
      headline
      measure
      unit
      before
      after
      achievedOn
      thanks {
        id
        name
      }
    }
    trustFigures {
      bleedNewThisWeek
      bleedStoppedThisWeek
      confirmed
      fixed
    }
    commitments(filter: $filter) {
      rate {
        kept
        due
      }
      dueThisWeek {
        ...KioskPromise
      }
      overdue {
        ...KioskPromise
      }
    }
  }
  ${KIOSK_PROMISE}
`;
