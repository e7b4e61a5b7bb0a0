import { gql, type TypedDocumentNode } from '@apollo/client';
import type { KioskQuery } from '../../graphql/generated/types.js';

export type Kiosk = KioskQuery;
export type KioskStage = KioskQuery['board']['stages'][number];
export type KioskPromise = KioskQuery['commitments']['overdue'][number];

const KIOSK_PROMISE = gql`
  fragment KioskPromise on GivenPromise {
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

export const KIOSK: TypedDocumentNode<KioskQuery> = gql`
  query Kiosk {
    board {
      id
      name
      currency
      bleedPerWeek
      stages {
        id
        name
        category
        count
        bleedPerWeek
        painPoints(first: 30) {
          nodes {
            id
            key
            title
            bleedPerWeek
            businessUnit {
              id
              name
            }
            wins {
              id
              headline
              measure
              unit
              before
              after
              achievedOn
              published
              thanks {
                id
                name
              }
            }
          }
        }
      }
    }
    trustFigures {
      kept {
        kept
        due
      }
      bleedNewThisWeek
      bleedStoppedThisWeek
      confirmed
      fixed
    }
    commitments {
      dueThisWeek {
        ...KioskPromise
      }
      overdue {
        ...KioskPromise
      }
      kept {
        ...KioskPromise
      }
    }
  }
  ${KIOSK_PROMISE}
`;
