import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ChooseNotificationsMutation,
  ChooseNotificationsMutationVariables,
  NotificationChoicesQuery,
} from '../../graphql/generated/types.js';

export type Choices = NotificationChoicesQuery['notificationChoices'];
export type ChosenCell = Choices['cells'][number];

const CHOICES = gql`
  fragment Choices on NotificationChoices {
    cells {
      event
      channel
      choice
      chosen
    }
    quietHours {
      from
      to
    }
    timeZone
    zone
    mailLanguage
    pausedUntil
    digest
    mails
    pushes
    bounce {
      address
      at
      reason
    }
  }
`;

export const NOTIFICATION_CHOICES: TypedDocumentNode<NotificationChoicesQuery> = gql`
  query NotificationChoices {
    notificationChoices {
      ...Choices
    }
  }
  ${CHOICES}
`;

export const CHOOSE_NOTIFICATIONS: TypedDocumentNode<
  ChooseNotificationsMutation,
  ChooseNotificationsMutationVariables
> = gql`
  mutation ChooseNotifications($input: ChooseNotificationsInput!) {
    chooseNotifications(input: $input) {
      ...Choices
    }
  }
  ${CHOICES}
`;
