import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PainPointChangedSubscription,
  PainPointChangedSubscriptionVariables,
  PainPointDetailsQuery,
  PainPointDetailsQueryVariables,
  PainPointVersionFragment,
  PanelChoicesQuery,
} from '../../graphql/generated/types.js';

/** Everything that is linked to one pain point, as far as the viewer may see it. */
export const PAIN_POINT_DETAILS: TypedDocumentNode<PainPointDetailsQuery, PainPointDetailsQueryVariables> = gql`
  query PainPointDetails($key: String!, $forIt: Boolean!) {
    painPoint(key: $key) {
      id
      key
      title
      description
      version
      stage {
        id
        name
        category
      }
      enteredStageAt
      raisedAt
      fixedAt
      confirmed
      raiser {
        id
        name
      }
      raisedBy {
        id
        name
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
      tags
      peopleAffected
      hoursLostPerPersonPerWeek
      directCostPerWeek
      bleedPerWeek
      bleedWhenPlanned
      stopsPerWeek
      bledSoFar
      bleedExplained {
        peopleAffected
        hoursLostPerPersonPerWeek
        hourlyCost
        timeCostPerWeek
        directCostPerWeek
        bleedPerWeek
        weeks
        course {
          from
          until
          weeks
          bleedPerWeek
        }
        bledSoFar
        currency
      }
      workaround {
        words
        at
        by {
          id
          name
        }
        bleedPerWeekBefore
      }
      unitCosts {
        bleedPerWeek
        peopleAffected
        businessUnit {
          id
          name
        }
        saidBy {
          id
          name
        }
      }
      effortDays @include(if: $forIt)
      quadrant @include(if: $forIt)
      score @include(if: $forIt)
      silence {
        why
        since
        from
        ownerToldOn
        leadsToldOn
      }
      blocked
      blockedReason
      reopenedCount
      closed {
        as
        reason
        at
        by {
          id
          name
        }
      }
      mergedInto {
        id
        key
        title
      }
      mergedFrom {
        id
        key
        title
        description
        raiser {
          id
          name
        }
      }
      viewerIsSponsor
      viewerMuted
      viewerMayConfirm
      tells
      commitments {
        id
        by {
          id
          name
        }
        madeOn
        dueOn
        firstDueOn
        deliveredOn
        state
        reason
        missedBecause
        viewerMayWithdrawUntil
      }
      tasks {
        id
        title
        state
        assignee {
          id
          name
        }
        dueOn
        url
        blocked
        blockedReason
        version
        visibility
        painPointCount
      }
      wins {
        id
        headline
        measure
        unit
        before
        after
        achievedOn
        savedPerWeek
        painPoints {
          id
        }
        thanks {
          id
          name
        }
        published
        publishedAt
        quote
        quotedBy {
          id
          name
        }
      }
      quotes {
        id
        text
        interview {
          id
          heldOn
        }
      }
      confirmationRequests {
        person {
          id
          name
        }
        askedAt
        remindedAt
        fixed
        open
      }
      confirmations {
        fixed
        rating
        words
        at
        person {
          id
          name
        }
        onBehalfBy {
          id
          name
        }
        howKnown
      }
      sponsorships {
        person {
          id
          name
          businessUnit {
            id
            name
          }
        }
        reason
        at
        addedBy {
          id
          name
        }
      }
      comments {
        id
        author {
          id
          name
          role
        }
        text
        visibility
        at
      }
      history {
        id
        at
        actor {
          id
          name
        }
        kind
        field
        from
        to
        undoable
        undoneBy {
          id
          name
        }
        visibility
      }
      board {
        id
        stages {
          id
          name
          category
        }
      }
    }
  }
`;

/** The version of a card as the live board last heard it. */
export const PAIN_POINT_VERSION: TypedDocumentNode<PainPointVersionFragment> = gql`
  fragment PainPointVersion on PainPoint {
    id
    version
  }
`;

/** Every change of the board; the panel listens for its own pain point. */
export const PAIN_POINT_CHANGED: TypedDocumentNode<
  PainPointChangedSubscription,
  PainPointChangedSubscriptionVariables
> = gql`
  subscription PainPointChanged($boardId: ID!) {
    boardChanged(boardId: $boardId) {
      revision
      removedId
      actor {
        id
        name
      }
      painPoint {
        id
        version
      }
    }
  }
`;

/** What the fields of the panel can be set to. */
export const PANEL_CHOICES: TypedDocumentNode<PanelChoicesQuery> = gql`
  query PanelChoices {
    businessUnits {
      id
      name
    }
    services {
      id
      name
    }
    tags
    team: people(roles: [IT, LEAD, ADMIN], first: 200) {
      nodes {
        id
        name
      }
    }
  }
`;
