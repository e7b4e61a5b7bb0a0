import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MarkNotificationsReadMutation,
  MarkNotificationsReadMutationVariables,
  NotificationLineFragment,
  NotificationReceivedSubscription,
  NotificationsQuery,
  NotificationsQueryVariables,
  UnreadCountQuery,
} from '../../graphql/generated/types.js';

export type NotificationLine = NotificationLineFragment;

const NOTIFICATION_LINE = gql`
  fragment NotificationLine on Notification {
    id
    at
    text
    readAt
    takenBack
    actor {
      id
      name
    }
    painPoint {
      id
      key
      title
    }
  }
`;

export const UNREAD_COUNT: TypedDocumentNode<UnreadCountQuery> = gql`
  query UnreadCount {
    notifications(first: 0) {
      unreadCount
    }
  }
`;

export const NOTIFICATION_RECEIVED: TypedDocumentNode<NotificationReceivedSubscription> = gql`
  subscription NotificationReceived {
    notificationReceived {
      ...NotificationLine
    }
  }
  ${NOTIFICATION_LINE}
`;

export const NOTIFICATIONS: TypedDocumentNode<NotificationsQuery, NotificationsQueryVariables> = gql`
  query Notifications($after: String) {
    notifications(first: 30, after: $after) {
      nodes {
        ...NotificationLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${NOTIFICATION_LINE}
`;

export const MARK_NOTIFICATIONS_READ: TypedDocumentNode<
  MarkNotificationsReadMutation,
  MarkNotificationsReadMutationVariables
> = gql`
  mutation MarkNotificationsRead($ids: [ID!]) {
    markNotificationsRead(ids: $ids)
  }
`;
