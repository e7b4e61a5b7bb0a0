export { LeaveMails, LeaveScope } from './application/leave-mails.js';
export { SendMails } from './application/send-mails.js';
export { MailServer, type OutgoingMail, type Patience } from './email/mail-server.js';
export { NotificationsModule } from './notifications.module.js';
export { notificationsEntities } from './persistence/mappings.js';
export { Notifications202611231700 } from './persistence/migrations/202611231700-notifications.js';
export { Notifications202611232035 } from './persistence/migrations/202611232035-preferences.js';
export { Notifications202611240240 } from './persistence/migrations/202611240240-digest-left.js';
