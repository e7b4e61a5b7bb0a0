import { atLeast, type PassKind, Role, type Visitor } from '@stanch/people';
import { Refusal } from '@stanch/kernel';
import type { AccessPolicy } from '@stanch/platform';

/** Who may use something at the least: everyone, whoever signed in, or a role and those above it. */
export type Access = 'ANYONE' | Role;

/**
 * Who may do what: one row for each operation and each guarded type or field. What concerns single rows (whose card it
 * is, whether a comment is internal) is decided by the part that keeps them.
 *
 * VIEWER looks; SPONSOR also raises, joins, comments and confirms; IT also moves cards and edits work; LEAD also runs
 * the workspace; ADMIN also names other admins.
 */
export const accessPolicy: Readonly<Record<string, Access>> = {
  'Query.setup': 'ANYONE',
  'Query.me': 'ANYONE',
  'Query.askedByLink': 'ANYONE',
  'Query.signInLink': 'ANYONE',
  'Query.unsubscription': 'ANYONE',
  'Query.notificationChoices': Role.VIEWER,
  'Query.pushKey': Role.VIEWER,
  'Query.pushDevices': Role.VIEWER,
  'Query.trustFigures': Role.VIEWER,
  'Query.meeting': Role.VIEWER,
  'Query.meetings': Role.VIEWER,
  'Query.slice': Role.VIEWER,
  'Query.agenda': Role.VIEWER,
  'Query.plot': Role.VIEWER,
  'Query.forecast': Role.VIEWER,
  'Query.weekFigures': Role.VIEWER,
  'Query.figureCards': Role.VIEWER,
  'Query.commitments': Role.VIEWER,
  'Query.workspace': Role.VIEWER,
  'Query.people': Role.VIEWER,
  'Query.businessUnits': Role.VIEWER,
  'Query.services': Role.VIEWER,
  'Query.tags': Role.VIEWER,
  'Query.apiTokens': Role.VIEWER,
  'Query.board': Role.VIEWER,
  'Query.boardChanges': Role.VIEWER,
  'Query.painPoint': Role.VIEWER,
  'Query.painPoints': Role.VIEWER,
  'Query.win': Role.VIEWER,
  'Query.wins': Role.VIEWER,
  'Query.search': Role.VIEWER,
  'Query.similarPainPoints': Role.VIEWER,
  'Query.notifications': Role.VIEWER,
  'Query.outbox': Role.LEAD,
  'Query.mail': Role.LEAD,
  'Query.unreadMails': Role.LEAD,
  'Query.webhooks': Role.LEAD,
  'Query.webhookDeliveries': Role.LEAD,
  Mail: Role.LEAD,
  Invitation: Role.LEAD,
  'Query.importRun': Role.LEAD,
  // What comes in and goes out as files, outside GraphQL.
  'POST /imports': Role.LEAD,
  'GET /meetings/calendar.ics': Role.VIEWER,
  'GET /meetings/:id/minutes.pdf': Role.VIEWER,
  'GET /meetings/:id/minutes.md': Role.VIEWER,

  'Query.guest': 'ANYONE',
  'Query.projectorLinks': Role.LEAD,
  'Mutation.enterByProjectorLink': 'ANYONE',
  'Mutation.pairRemote': 'ANYONE',
  'Mutation.makeProjectorLink': Role.LEAD,
  'Mutation.revokeProjectorLink': Role.LEAD,
  'Mutation.openRemote': Role.IT,
  'Mutation.steerMeeting': Role.IT,

  'Mutation.startWorkspace': 'ANYONE',
  'Mutation.openDemo': 'ANYONE',
  'Mutation.leaveDemo': 'ANYONE',
  'Mutation.signInToDemo': 'ANYONE',
  'Mutation.signIn': 'ANYONE',
  'Mutation.askForSignInLink': 'ANYONE',
  'Mutation.signInByLink': 'ANYONE',
  'Mutation.signOut': 'ANYONE',
  'Mutation.changePassword': Role.VIEWER,
  'Mutation.createApiToken': Role.VIEWER,
  'Mutation.revokeApiToken': Role.VIEWER,
  'Mutation.updateWorkspace': Role.LEAD,
  'Mutation.addPerson': Role.IT,
  'Mutation.invitePeople': Role.LEAD,
  'Mutation.inviteAgain': Role.LEAD,
  'Mutation.withdrawInvitation': Role.LEAD,
  'Mutation.updatePerson': Role.LEAD,
  'Mutation.addBusinessUnit': Role.IT,
  'Mutation.addService': Role.IT,

  'Mutation.raisePainPoint': Role.SPONSOR,
  'Mutation.addComment': Role.SPONSOR,
  'Mutation.joinPainPoint': Role.SPONSOR,
  'Mutation.sayUnitCost': Role.SPONSOR,
  'Mutation.confirmFixed': Role.SPONSOR,
  'Mutation.answerByLink': 'ANYONE',
  'Mutation.confirmFixedFor': Role.LEAD,
  'Mutation.askSponsors': Role.IT,
  'Mutation.reopenPainPoint': Role.SPONSOR,
  'Mutation.movePainPoint': Role.IT,
  'Mutation.updatePainPoint': Role.IT,
  'Mutation.editPainPoint': Role.IT,
  'Mutation.mergePainPoints': Role.IT,
  'Mutation.closePainPoint': Role.IT,
  'Mutation.offerWorkaround': Role.IT,
  'Mutation.endWorkaround': Role.IT,
  'Mutation.undo': Role.IT,
  'Mutation.addTask': Role.IT,
  'Mutation.updateTask': Role.IT,
  'Mutation.moveTask': Role.IT,
  'Mutation.addSponsor': Role.IT,
  'Mutation.makeCommitment': Role.IT,
  'Mutation.explainMiss': Role.IT,
  'Mutation.withdrawCommitment': Role.IT,
  'Mutation.recordWin': Role.IT,
  'Mutation.quoteInWin': Role.IT,
  'Mutation.publishWin': Role.IT,
  'Mutation.startMeeting': Role.IT,
  'Mutation.presentStep': Role.IT,
  'Mutation.narrowMeeting': Role.IT,
  'Mutation.endMeeting': Role.IT,
  'Mutation.markPresent': Role.IT,
  'Mutation.addDecision': Role.IT,
  'Mutation.updateDecision': Role.IT,
  'Mutation.removeDecision': Role.IT,
  'Mutation.addActionItem': Role.IT,
  'Mutation.removeActionItem': Role.IT,
  'Mutation.chooseQuickWin': Role.IT,
  'Mutation.updateAgenda': Role.IT,
  'Mutation.addStage': Role.LEAD,
  'Mutation.updateStage': Role.LEAD,
  'Mutation.removeStage': Role.LEAD,
  'Mutation.sharePainPoint': Role.SPONSOR,
  'Mutation.shareWin': Role.SPONSOR,
  'Mutation.mutePainPoint': Role.SPONSOR,
  'Mutation.chooseNotifications': Role.VIEWER,
  'Mutation.unsubscribe': 'ANYONE',
  'Mutation.switchPushOn': Role.VIEWER,
  'Mutation.switchPushOff': Role.VIEWER,
  'Mutation.testPush': Role.VIEWER,
  'Mutation.markNotificationsRead': Role.VIEWER,
  'Mutation.addWebhook': Role.LEAD,
  'Mutation.updateWebhook': Role.LEAD,
  'Mutation.removeWebhook': Role.LEAD,
  'Mutation.testWebhook': Role.LEAD,
  'Mutation.settleIncomingMail': Role.LEAD,
  'Mutation.tryAddressAgain': Role.LEAD,
  'Mutation.sendMailAgain': Role.LEAD,
  'Mutation.sendFailedMailsAgain': Role.LEAD,
  'Mutation.previewImport': Role.LEAD,
  'Mutation.runImport': Role.LEAD,
  'Mutation.cancelImport': Role.LEAD,

  'Subscription.boardChanged': Role.VIEWER,
  'Subscription.meetingChanged': Role.VIEWER,
  'Subscription.meetingStarted': Role.VIEWER,
  'Subscription.notificationReceived': Role.VIEWER,
  'Subscription.importProgressed': Role.LEAD,
};

const ONLY_LOOKS = 'This screen shows boards and meetings and nothing else. Sign in to do more.';

/** What a projector that nobody signed in on may use besides what is open to anyone. */
const LOOKING = [
  'Query.workspace',
  'Query.board',
  'Query.boardChanges',
  'Query.commitments',
  'Query.trustFigures',
  'Query.figureCards',
  'Query.meeting',
  'Query.meetings',
  'Query.slice',
  'Query.wins',
  'Query.agenda',
  'Query.plot',
  'Query.forecast',
  'Subscription.boardChanged',
  'Subscription.meetingChanged',
  'Subscription.meetingStarted',
];

/** What screens without a person may use, whatever role they are counted as: they look, and a remote drives its meeting. */
export const guestPolicy: Readonly<Record<PassKind, ReadonlySet<string>>> = {
  PROJECTOR: new Set(LOOKING),
  REMOTE: new Set([...LOOKING, 'Mutation.presentStep', 'Mutation.steerMeeting']),
};

/** Judges a row of the table; what has no row is open to nobody. */
export const policy: AccessPolicy = {
  has: (coordinate) => coordinate in accessPolicy,
  check(coordinate, visitor) {
    const access = accessPolicy[coordinate];
    if (access === 'ANYONE') return null;
    if (visitor === null) return new Refusal('UNAUTHENTICATED', 'Please sign in first.');
    const { pass } = visitor as Visitor;
    if (pass) return guestPolicy[pass.kind].has(coordinate) ? null : new Refusal('FORBIDDEN', ONLY_LOOKS);
    if (access !== undefined && atLeast((visitor as Visitor).role, access)) return null;
    return new Refusal('FORBIDDEN', 'Your role does not allow this. Please ask a lead.');
  },
};
