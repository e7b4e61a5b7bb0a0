import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PainPointCardFragment } from '../../graphql/generated/types.js';

/** What a card of the board shows. */
export const PAIN_POINT_CARD: TypedDocumentNode<PainPointCardFragment> = gql`
  fragment PainPointCard on PainPoint {
    id
    key
    title
    version
    rank
    enteredStageAt
    confirmed
    bleedPerWeek
    slowed
    quadrant
    blocked
    blockedReason
    taskCount
    tasksDone
    tells
    stage {
      id
      name
      category
    }
    raiser {
      id
      name
    }
    businessUnit {
      id
      name
    }
    owner {
      id
      name
    }
    silence {
      why
      since
      from
    }
    commitment {
      id
      dueOn
      firstDueOn
      nearFrom
      state
      deliveredOn
    }
  }
`;
