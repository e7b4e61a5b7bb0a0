import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  FollowMeetingSubscription,
  FollowMeetingSubscriptionVariables,
  MeetingQuery,
  MeetingQueryVariables,
  PresentBoardChangedSubscription,
  PresentBoardChangedSubscriptionVariables,
  PresentCardFragment,
  PresentPromiseFragment,
} from '../../graphql/generated/types.js';

export type Meeting = NonNullable<MeetingQuery['meeting']>;
export type WalkItem = Meeting['walk']['items'][number];
export type Win = Meeting['wins'][number];
export type PromiseNews = PresentPromiseFragment;
export type Card = PresentCardFragment;
export type StepKind = Meeting['steps'][number]['kind'];

/** A card in a list. */
const PRESENT_LINE = gql`
  fragment PresentLine on MeetingCard {
    painPointId
    key
    title
    stage
    category
    businessUnit
    bleedPerWeek
  }
`;

/** A card, large. What `painPoint` adds is needed to act on it; of a past meeting nothing is acted on. */
const PRESENT_CARD = gql`
  fragment PresentCard on MeetingCard {
    ...PresentLine
    words
    raiser
    owner
    effortDays
    blocked
    blockedReason
    sponsors
    dueOn
    firstDueOn
    painPoint @include(if: $acts) {
      id
      version
      tells
      stage {
        id
      }
      owner {
        id
      }
      commitment {
        id
        dueOn
        state
      }
    }
  }
  ${PRESENT_LINE}
`;

const PRESENT_PROMISE = gql`
  fragment PresentPromise on CommitmentNews {
    commitmentId
    by
    dueOn
    firstDueOn
    newDueOn
    moves
    outcome
    reason
    missedBefore
    card {
      ...PresentLine
    }
  }
`;

const POSITION = gql`
  fragment PresentPosition on MeetingPosition {
    step
    page
    painPointId
    winId
    at
    revision
    screen
    presentedBy {
      id
      name
    }
  }
`;

/** Everything that a meeting shows, in one answer: it must go on being shown when the network is gone. */
export const MEETING: TypedDocumentNode<MeetingQuery, MeetingQueryVariables> = gql`
  query Meeting($id: ID!, $acts: Boolean!, $filter: PainPointFilter, $walk: Int!, $also: [ID!]) {
    meeting(id: $id, filter: $filter) {
      id
      state
      revision
      startedAt
      endedAt
      since
      readAt
      nextOn
      forecast {
        words
        how
      }
      slice {
        words
        text
        stageIds
        categories
        ownerIds
        sponsorIds
        businessUnitIds
        serviceIds
        tags
        blocked
        quadrants
        mine
        silent
        commitmentTimings
      }
      boardName
      currency
      board {
        id
        revision
        stages {
          id
          name
          category
        }
      }
      stages {
        name
        category
        count
        countOfAll
        bleedPerWeek
        wipLimit
      }
      steps {
        kind
        minutes
        secondsSpent
      }
      position {
        ...PresentPosition
      }
      mailsMinutesTo @include(if: $acts)
      attendance {
        personId
        name
        businessUnit
        present
      }
      decisions {
        id
        text
        card {
          key
          title
        }
      }
      actions {
        taskId
        title
        state
        dueOn
        assignee
        cards {
          key
        }
      }
      promised {
        ...PresentPromise
      }
      sinceLast {
        from
        bleedThen
        bleedNow
        effects {
          raised
          reopened
          returned
          fixed
          left
          reestimated
        }
        raised {
          ...PresentCounted
        }
        reopened {
          ...PresentCounted
        }
        returned {
          ...PresentCounted
        }
        fixed {
          ...PresentCounted
        }
        confirmed {
          ...PresentCounted
        }
        left {
          count
          cards {
            how
            reason
            card {
              ...PresentLine
            }
          }
        }
        reestimated {
          count
          cards {
            change
            into
            card {
              ...PresentLine
            }
          }
        }
        moved {
          count
          moves {
            fromStage
            toStage
            card {
              ...PresentLine
            }
          }
        }
        kept {
          ...PresentPromise
        }
        broken {
          ...PresentPromise
        }
        postponed {
          ...PresentPromise
        }
      }
      wins {
        winId
        headline
        measure
        before
        after
        givesBackPerWeek
        givesBackIsEstimate
        wordsBefore
        wordsBeforeBy
        wordsAfter
        wordsAfterBy
        done
        thanks
        cards {
          key
          title
        }
      }
      commitments {
        fellDue
        kept {
          ...PresentPromise
        }
        broken {
          ...PresentPromise
        }
        moved {
          ...PresentPromise
        }
        awaited {
          ...PresentPromise
        }
        dueNext {
          ...PresentPromise
        }
      }
      walk(first: $walk, also: $also) {
        count
        byStage {
          stage
          count
          waitLong
        }
        items {
          reasons
          daysInStage
          usualDays
          usualIsFallback
          missedOn
          lateTask {
            title
            dueOn
          }
          toDecide
          nextTask {
            title
            assignee
            dueOn
            blocked
          }
          card {
            ...PresentCard
          }
        }
      }
      candidates {
        ...PresentCard
      }
    }
  }
  fragment PresentCounted on CountedCards {
    count
    bleedPerWeek
    cards {
      ...PresentLine
    }
  }
  ${PRESENT_CARD}
  ${PRESENT_PROMISE}
  ${POSITION}
`;

/** Where the one who presents stands, and that there is something new to read. */
export const FOLLOW_MEETING: TypedDocumentNode<FollowMeetingSubscription, FollowMeetingSubscriptionVariables> = gql`
  subscription FollowMeeting($meetingId: ID!, $since: Int) {
    meetingChanged(meetingId: $meetingId, since: $since) {
      kind
      command
      step
      position {
        ...PresentPosition
      }
    }
  }
  ${POSITION}
`;

export const PRESENT_BOARD_CHANGED: TypedDocumentNode<
  PresentBoardChangedSubscription,
  PresentBoardChangedSubscriptionVariables
> = gql`
  subscription PresentBoardChanged($boardId: ID!, $since: Int) {
    boardChanged(boardId: $boardId, since: $since) {
      revision
    }
  }
`;
