import { defineEntity, p } from '@mikro-orm/core';
import { Mail } from '../domain/mail.js';
import type { Notice } from '../domain/notice.js';
import { Notification } from '../domain/notification.js';
import { Push } from '../domain/push.js';
import { PushDevice } from '../domain/push-device.js';
import { Webhook, WebhookDelivery } from '../domain/webhook.js';

const NotificationMapping = defineEntity({
  class: Notification,
  tableName: 'notification',
  properties: {
    id: p.string().primary(),
    eventId: p.string(),
    personId: p.string(),
    kind: p.string().$type<Notification['kind']>(),
    topic: p.string().nullable(),
    painPointId: p.string().nullable(),
    actorId: p.string().nullable(),
    text: p.text(),
    notice: p.json<Notice>(),
    internal: p.boolean(),
    at: p.string(),
    readAt: p.string().nullable(),
  },
});

const MailMapping = defineEntity({
  class: Mail,
  tableName: 'mail',
  properties: {
    id: p.string().primary(),
    eventId: p.string(),
    personId: p.string(),
    address: p.string(),
    kind: p.string().$type<Mail['kind']>(),
    topic: p.string().nullable(),
    painPointId: p.string().nullable(),
    notice: p.json<Notice>(),
    internal: p.boolean(),
    messageId: p.string(),
    language: p.string().$type<Mail['language']>().nullable(),
    state: p.string().$type<Mail['state']>(),
    createdAt: p.string(),
    sendAfter: p.string(),
    nextAttemptAt: p.string().nullable(),
    attempts: p.integer(),
    sentAt: p.string().nullable(),
    lastError: p.text().nullable(),
  },
});

const WebhookMapping = defineEntity({
  class: Webhook as never as new () => Webhook,
  tableName: 'webhook',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    url: p.text(),
    template: p.string().$type<Webhook['template']>(),
    secret: p.string(),
    events: p.json<Webhook['events']>(),
    createdById: p.string(),
    createdAt: p.string(),
    pausedAt: p.string().nullable(),
    pauseReason: p.text().nullable(),
    failures: p.integer(),
  },
});

const WebhookDeliveryMapping = defineEntity({
  class: WebhookDelivery,
  tableName: 'webhook_delivery',
  properties: {
    id: p.string().primary(),
    webhookId: p.string(),
    eventId: p.string(),
    topic: p.string().nullable(),
    painPointId: p.string().nullable(),
    notice: p.json<Notice>(),
    state: p.string().$type<WebhookDelivery['state']>(),
    createdAt: p.string(),
    nextAttemptAt: p.string().nullable(),
    attempts: p.integer(),
    status: p.integer().nullable(),
    lastError: p.text().nullable(),
    sentAt: p.string().nullable(),
  },
});

const PushDeviceMapping = defineEntity({
  class: PushDevice,
  tableName: 'push_device',
  properties: {
    id: p.string().primary(),
    personId: p.string(),
    sessionId: p.string().nullable(),
    endpoint: p.text(),
    p256dh: p.string(),
    auth: p.string(),
    name: p.string(),
    addedAt: p.string(),
    reachedAt: p.string().nullable(),
    failingSince: p.string().nullable(),
    failure: p.text().nullable(),
    givenUpAt: p.string().nullable(),
  },
});

const PushMapping = defineEntity({
  class: Push,
  tableName: 'push',
  properties: {
    id: p.string().primary(),
    eventId: p.string(),
    personId: p.string(),
    deviceId: p.string(),
    kind: p.string().$type<Push['kind']>(),
    topic: p.string().nullable(),
    painPointId: p.string().nullable(),
    notice: p.json<Notice>(),
    internal: p.boolean(),
    state: p.string().$type<Push['state']>(),
    createdAt: p.string(),
    sendAfter: p.string(),
    nextAttemptAt: p.string().nullable(),
    attempts: p.integer(),
    sentAt: p.string().nullable(),
    lastError: p.text().nullable(),
  },
});

/** What this part keeps in the database. */
export const notificationsEntities = [
  NotificationMapping,
  MailMapping,
  WebhookMapping,
  WebhookDeliveryMapping,
  PushDeviceMapping,
  PushMapping,
];
