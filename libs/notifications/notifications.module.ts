import { MeetingsModule } from '@stanch/meetings';
import { PeopleModule } from '@stanch/people';
import { Configuration } from '@stanch/platform';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { Module } from '@nestjs/common';
import { BundleMails } from './application/bundle-mails.js';
import { BundlePushes } from './application/bundle-pushes.js';
import { ChooseNotifications } from './application/choose-notifications.js';
import { ComposeDigest } from './application/compose-digest.js';
import { EncloseFiles } from './application/enclose-files.js';
import { FindVoice } from './application/find-voice.js';
import { LeaveMails } from './application/leave-mails.js';
import { MailSignInLinks } from './application/mail-sign-in-links.js';
import { MarkBounces } from './application/mark-bounces.js';
import { MarkNotificationsRead } from './application/mark-notifications-read.js';
import { PreviewMails } from './application/preview-mails.js';
import { ReadNotifications } from './application/read-notifications.js';
import { ReadOutbox } from './application/read-outbox.js';
import { ReadSurroundings } from './application/read-surroundings.js';
import { ReceiveMails } from './application/receive-mails.js';
import { TakeMail } from './application/take-mail.js';
import { ManageWebhooks } from './application/manage-webhooks.js';
import { JudgePush } from './application/judge-push.js';
import { PushDigest } from './application/push-digest.js';
import { SendPushes } from './application/send-pushes.js';
import { SendWebhooks } from './application/send-webhooks.js';
import { SwitchPush } from './application/switch-push.js';
import { TellWebhooks } from './application/tell-webhooks.js';
import { TestPush } from './application/test-push.js';
import { PushKeys } from './channels/push-keys.js';
import { PushServices } from './channels/push-services.js';
import { PushResolver } from './graphql/push.resolver.js';
import { WebhooksResolver } from './graphql/webhooks.resolver.js';
import { StoredWebhooks } from './persistence/stored-webhooks.js';
import { TellInApp } from './application/tell-in-app.js';
import { TellLeads } from './application/tell-leads.js';
import { ReplyAddresses } from './email/reply-addresses.js';
import { IncomingResolver } from './graphql/incoming.resolver.js';
import { CountMinutesReaders } from './application/count-minutes-readers.js';
import { MeetingMailsResolver } from './graphql/meeting-mails.resolver.js';
import { StoredIncoming } from './persistence/stored-incoming.js';
import { SendFailedMailsAgain } from './application/send-failed-mails-again.js';
import { SendMailAgain } from './application/send-mail-again.js';
import { SendMails } from './application/send-mails.js';
import { TryAddressAgain } from './application/try-address-again.js';
import { BouncesResolver } from './graphql/bounces.resolver.js';
import { TellPeople } from './application/tell-people.js';
import { WithdrawSilenced } from './application/withdraw-silenced.js';
import { WriteDigests } from './application/write-digests.js';
import { MailServer } from './email/mail-server.js';
import { ChoicesResolver } from './graphql/choices.resolver.js';
import { NotificationsResolver } from './graphql/notifications.resolver.js';
import { OutboxResolver } from './graphql/outbox.resolver.js';
import { StoredChoices } from './persistence/stored-choices.js';
import { StoredDigestItems } from './persistence/stored-digest-items.js';
import { StoredDigests } from './persistence/stored-digests.js';
import { StoredLists } from './persistence/stored-lists.js';
import { StoredMails } from './persistence/stored-mails.js';
import { StoredNotices } from './persistence/stored-notices.js';
import { StoredPushDevices } from './persistence/stored-push-devices.js';
import { StoredPromises } from './persistence/stored-promises.js';
import { StoredPushes } from './persistence/stored-pushes.js';
import { StoredReach } from './persistence/stored-reach.js';

/** Notifications: who hears of what, in the app, by mail, on their devices and in the chats of teams. */
@Module({
  imports: [PeopleModule, RemediationModule, SponsorshipModule, MeetingsModule],
  providers: [
    {
      provide: MailServer,
      // The command line stores mails and leaves the sending to the server.
      useFactory: ({ delivers, smtpUrl, mailFrom }: Configuration) =>
        new MailServer(delivers ? smtpUrl : undefined, mailFrom),
      inject: [Configuration],
    },
    BundleMails,
    BundlePushes,
    ChooseNotifications,
    ComposeDigest,
    CountMinutesReaders,
    EncloseFiles,
    FindVoice,
    LeaveMails,
    MailSignInLinks,
    MarkNotificationsRead,
    PreviewMails,
    MarkBounces,
    ReadNotifications,
    ReceiveMails,
    ReplyAddresses,
    TakeMail,
    TellInApp,
    TellLeads,
    TellWebhooks,
    SendWebhooks,
    PushKeys,
    PushServices,
    SendPushes,
    PushDigest,
    JudgePush,
    SwitchPush,
    TestPush,
    StoredPushDevices,
    StoredPromises,
    StoredPushes,
    ManageWebhooks,
    StoredWebhooks,
    StoredIncoming,
    ReadOutbox,
    ReadSurroundings,
    SendFailedMailsAgain,
    SendMailAgain,
    SendMails,
    StoredChoices,
    StoredDigestItems,
    StoredLists,
    StoredMails,
    StoredNotices,
    StoredReach,
    StoredDigests,
    TellPeople,
    TryAddressAgain,
    BouncesResolver,
    WithdrawSilenced,
    WriteDigests,
    ChoicesResolver,
    IncomingResolver,
    MeetingMailsResolver,
    WebhooksResolver,
    PushResolver,
    NotificationsResolver,
    OutboxResolver,
  ],
  exports: [
    FindVoice,
    SendPushes,
    SendWebhooks,
    LeaveMails,
    ReceiveMails,
    TakeMail,
    SendMails,
    MailServer,
    WriteDigests,
  ],
})
export class NotificationsModule {}
