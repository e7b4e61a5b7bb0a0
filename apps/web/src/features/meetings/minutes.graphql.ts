import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MinutesQuery, MinutesQueryVariables } from '../../graphql/generated/types.js';

export type MeetingMinutes = NonNullable<MinutesQuery['meeting']>;
export type NamedCard = MeetingMinutes['commitments']['kept'][number]['card'];

const NAMED_CARD = gql`
  fragment NamedCard on MeetingCard {
    painPointId
    key
    title
  }
`;

const COMMITMENT_NEWS = gql`
  fragment MinutesCommitment on CommitmentNews {
    commitmentId
    by
    dueOn
    firstDueOn
    newDueOn
    reason
    card {
      ...NamedCard
    }
  }
`;

const COUNTED_CARDS = gql`
  fragment MinutesCards on CountedCards {
    count
    cards {
      ...NamedCard
    }
  }
`;

export const MINUTES: TypedDocumentNode<MinutesQuery, MinutesQueryVariables> = gql`
  query Minutes($id: ID!) {
    workspace {
      id
      currency
    }
    meeting(id: $id) {
      id
      state
      startedAt
      endedAt
      nextOn
      startedBy {
        id
        name
      }
      board {
        id
        name
      }
      attendance {
        personId
        name
        present
      }
      decisions {
        id
        text
        by
        card {
          ...NamedCard
        }
      }
      actions {
        taskId
        title
        assignee
        dueOn
        cards {
          ...NamedCard
        }
        task {
          id
          state
        }
      }
      promised {
        commitmentId
        by
        dueOn
        card {
          ...NamedCard
        }
      }
      sinceLast {
        bleedThen
        bleedNow
        raised {
          ...MinutesCards
        }
        fixed {
          ...MinutesCards
        }
        confirmed {
          ...MinutesCards
        }
        reopened {
          ...MinutesCards
        }
        moved {
          count
        }
        left {
          count
        }
      }
      commitments {
        kept {
          ...MinutesCommitment
        }
        broken {
          ...MinutesCommitment
        }
        moved {
          ...MinutesCommitment
        }
        awaited {
          ...MinutesCommitment
        }
        dueNext {
          ...MinutesCommitment
        }
      }
      wins {
        winId
        headline
        measure
        unit
        before
        after
        givesBackPerWeek
        thanks
        cards {
          ...NamedCard
        }
      }
      walk {
        items {
          toDecide
          card {
            ...NamedCard
            owner
          }
        }
      }
      shown {
        painPointId
      }
      trust {
        kept
        due
        fixed
        confirmed
        checked
        reopened
        fixedWithinDays
        fixedCases
      }
    }
  }
  ${NAMED_CARD}
  ${COMMITMENT_NEWS}
  ${COUNTED_CARDS}
`;
