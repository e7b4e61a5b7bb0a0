import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddWebhookMutation,
  AddWebhookMutationVariables,
  RemoveWebhookMutation,
  RemoveWebhookMutationVariables,
  TestWebhookMutation,
  TestWebhookMutationVariables,
  UpdateWebhookMutation,
  UpdateWebhookMutationVariables,
  WebhookDeliveriesQuery,
  WebhookDeliveriesQueryVariables,
  WebhooksQuery,
} from '../../graphql/generated/types.js';

export type Webhook = WebhooksQuery['webhooks'][number];

const WEBHOOK_ROW = gql`
  fragment WebhookRow on Webhook {
    id
    name
    url
    template
    events
    pausedAt
    pauseReason
  }
`;

const DELIVERY_ROW = gql`
  fragment DeliveryRow on WebhookDelivery {
    id
    createdAt
    state
    text
    attempts
    status
    lastError
    sentAt
  }
`;

export const WEBHOOKS: TypedDocumentNode<WebhooksQuery> = gql`
  query Webhooks {
    webhooks {
      ...WebhookRow
    }
  }
  ${WEBHOOK_ROW}
`;

export const WEBHOOK_DELIVERIES: TypedDocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables> = gql`
  query WebhookDeliveries($webhookId: ID!) {
    webhookDeliveries(webhookId: $webhookId) {
      ...DeliveryRow
    }
  }
  ${DELIVERY_ROW}
`;

export const ADD_WEBHOOK: TypedDocumentNode<AddWebhookMutation, AddWebhookMutationVariables> = gql`
  mutation AddWebhook($input: AddWebhookInput!) {
    addWebhook(input: $input) {
      secret
      webhook {
        ...WebhookRow
      }
    }
  }
  ${WEBHOOK_ROW}
`;

export const UPDATE_WEBHOOK: TypedDocumentNode<UpdateWebhookMutation, UpdateWebhookMutationVariables> = gql`
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      ...WebhookRow
    }
  }
  ${WEBHOOK_ROW}
`;

export const REMOVE_WEBHOOK: TypedDocumentNode<RemoveWebhookMutation, RemoveWebhookMutationVariables> = gql`
  mutation RemoveWebhook($id: ID!) {
    removeWebhook(id: $id)
  }
`;

export const TEST_WEBHOOK: TypedDocumentNode<TestWebhookMutation, TestWebhookMutationVariables> = gql`
  mutation TestWebhook($id: ID!) {
    testWebhook(id: $id) {
      ...DeliveryRow
    }
  }
  ${DELIVERY_ROW}
`;
