import type { Agent } from '../support/agent.js';
import type { BrowserAddress } from '../support/caught-pushes.js';
import { PASSWORD, type World } from '../support/world.js';

/** All steps of a meeting. */
const AGENDA = ['SINCE_LAST', 'WINS', 'COMMITMENTS', 'WALK', 'QUICK_WINS', 'DECISIONS'].map((kind) => ({
  kind,
  on: true,
  minutes: 5,
}));

/** What is there to be named in a request. */
export interface Things {
  world: World;
  cardId: string;
  otherCardId: string;
  checkingId: string;
  parkedId: string;
  taskId: string;
  winId: string;
  publishedWinId: string;
  /** A promise that was not kept. */
  brokenId: string;
  /** A promise that was noted a moment ago. */
  promiseId: string;
  stageId: string;
  changeId: string;
  /** Of the link by which the sponsor answers. */
  answerToken: string;
  /** Of a link to sign in with. */
  signInToken: string;
  /** Somebody who was invited and has not come. */
  invitedId: string;
  /** Of the link by which somebody leaves. */
  unsubscribeToken: string;
  /** Of an answer by mail that a lead has to look at. */
  incomingId: string;
  webhookId: string;
  meetingId: string;
  projectorLinkId: string;
  projectorToken: string;
  /** What a phone types to drive the meeting. */
  remoteCode: string;
  decisionId: string;
  /** Of an action item. */
  actionId: string;
  /** Somebody whose mails come back. */
  bouncedId: string;
  /** What the sponsor's browser gives away for push, and the device that it is. */
  browser: BrowserAddress;
  deviceId: string;
}

/** One request of each mutation that would be taken as it stands. */
export const good: Record<string, (things: Things) => { as: Agent; given: Record<string, unknown> }> = {
  raisePainPoint: ({ world }) => ({
    as: world.it.agent,
    given: { input: { title: 'A new one', raiserId: world.sponsor.id } },
  }),
  updatePainPoint: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { id: cardId, expectedVersion: 1, blocked: true } },
  }),
  editPainPoint: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { id: cardId, expectedVersion: 1, blocked: true } },
  }),
  movePainPoint: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { id: cardId, toStageId: world.stage('PLANNED') } },
  }),
  mergePainPoints: ({ world, cardId, otherCardId }) => ({
    as: world.it.agent,
    given: { input: { fromIds: [cardId], intoId: otherCardId } },
  }),
  closePainPoint: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { id: cardId, as: 'PARKED', reason: 'Not now.' } },
  }),
  reopenPainPoint: ({ world, parkedId }) => ({ as: world.it.agent, given: { id: parkedId, reason: 'Now.' } }),
  joinPainPoint: ({ world, cardId }) => ({ as: world.otherSponsor.agent, given: { id: cardId } }),
  addSponsor: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { painPointId: cardId, personId: world.otherSponsor.id },
  }),
  undo: ({ world, changeId }) => ({ as: world.it.agent, given: { changeId } }),
  addComment: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { painPointId: cardId, text: 'We look at it.', visibility: 'SHARED' } },
  }),
  addTask: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { title: 'Ring the supplier', painPointIds: [cardId] } },
  }),
  updateTask: ({ world, taskId }) => ({
    as: world.it.agent,
    given: { input: { id: taskId, expectedVersion: 1, blocked: true } },
  }),
  moveTask: ({ world, taskId, cardId }) => ({
    as: world.it.agent,
    given: { input: { id: taskId, painPointId: cardId } },
  }),
  recordWin: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { headline: 'It works', painPointIds: [cardId] } },
  }),
  publishWin: ({ world, winId }) => ({ as: world.it.agent, given: { id: winId } }),
  makeCommitment: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { painPointId: cardId, dueOn: '2026-12-01' } },
  }),
  confirmFixed: ({ world, checkingId }) => ({
    as: world.sponsor.agent,
    given: { input: { painPointId: checkingId, fixed: true } },
  }),
  confirmFixedFor: ({ world, checkingId }) => ({
    as: world.lead.agent,
    given: { input: { painPointId: checkingId, personId: world.sponsor.id, fixed: true, howKnown: 'On the phone' } },
  }),
  answerByLink: ({ world, answerToken }) => ({
    as: world.anyone,
    given: { input: { token: answerToken, fixed: true } },
  }),
  askSponsors: ({ world, checkingId }) => ({
    as: world.it.agent,
    given: { painPointId: checkingId, personIds: [world.sponsor.id] },
  }),
  sayUnitCost: ({ world, cardId }) => ({
    as: world.otherSponsor.agent,
    given: { input: { painPointId: cardId, peopleAffected: 3, hoursLostPerPersonPerWeek: 1, directCostPerWeek: 0 } },
  }),
  addStage: ({ world }) => ({
    as: world.lead.agent,
    given: { input: { boardId: world.boardId, name: 'Waiting', category: 'PLANNED' } },
  }),
  updateStage: ({ world }) => ({
    as: world.lead.agent,
    given: { input: { id: world.stage('PLANNED'), name: 'Next' } },
  }),
  removeStage: ({ world, stageId }) => ({ as: world.lead.agent, given: { id: stageId } }),
  addService: ({ world }) => ({ as: world.it.agent, given: { name: 'Tills' } }),
  addBusinessUnit: ({ world }) => ({ as: world.it.agent, given: { name: 'Logistics' } }),
  addPerson: ({ world }) => ({
    as: world.lead.agent,
    given: { input: { name: 'New Person', role: 'SPONSOR', email: 'new@example.com' } },
  }),
  updatePerson: ({ world }) => ({ as: world.admin.agent, given: { input: { id: world.viewer.id, name: 'Vera V' } } }),
  invitePeople: ({ world }) => ({
    as: world.lead.agent,
    given: {
      input: { people: [{ name: 'Ina Invited', email: 'ina@example.com', businessUnit: 'Sales' }], words: 'Hi' },
    },
  }),
  inviteAgain: ({ world, invitedId }) => ({ as: world.lead.agent, given: { personId: invitedId } }),
  withdrawInvitation: ({ world, invitedId }) => ({ as: world.lead.agent, given: { personId: invitedId } }),
  updateWorkspace: ({ world }) => ({ as: world.lead.agent, given: { input: { name: 'Another name' } } }),
  changePassword: ({ world }) => ({
    as: world.viewer.agent,
    given: { current: PASSWORD, next: 'another horse battery staple' },
  }),
  askForSignInLink: ({ world }) => ({ as: world.anyone, given: { email: 'nobody@example.com', next: '/mine' } }),
  signInByLink: ({ world, signInToken }) => ({ as: world.anyone, given: { token: signInToken } }),
  chooseNotifications: ({ world }) => ({
    as: world.viewer.agent,
    given: {
      input: {
        cells: [{ event: 'MOVED', channel: 'MAIL', choice: 'DIGEST' }],
        quietHours: { from: '18:00', to: '08:00' },
        timeZone: 'Europe/Berlin',
        digest: true,
        pushes: true,
      },
    },
  }),
  mutePainPoint: ({ world, cardId }) => ({ as: world.sponsor.agent, given: { id: cardId, muted: false } }),
  unsubscribe: ({ world, unsubscribeToken }) => ({
    as: world.anyone,
    given: { input: { token: unsubscribeToken, scope: 'ALL', comeBack: true } },
  }),
  tryAddressAgain: ({ world, bouncedId }) => ({ as: world.lead.agent, given: { personId: bouncedId } }),
  settleIncomingMail: ({ world, incomingId }) => ({ as: world.lead.agent, given: { id: incomingId } }),
  addWebhook: ({ world }) => ({
    as: world.lead.agent,
    given: { input: { name: 'Ops', url: 'https://chat.example.com/x', template: 'SLACK', events: ['WIN'] } },
  }),
  updateWebhook: ({ world, webhookId }) => ({
    as: world.lead.agent,
    given: { input: { id: webhookId, name: 'Operations', events: ['WIN'], paused: true } },
  }),
  removeWebhook: ({ world, webhookId }) => ({ as: world.lead.agent, given: { id: webhookId } }),
  testWebhook: ({ world, webhookId }) => ({ as: world.lead.agent, given: { id: webhookId } }),
  switchPushOn: ({ world, browser }) => ({
    as: world.sponsor.agent,
    given: { input: { ...browser, replaces: 'https://push.example.com/before' } },
  }),
  switchPushOff: ({ world, deviceId }) => ({ as: world.sponsor.agent, given: { id: deviceId } }),
  testPush: ({ world, deviceId }) => ({ as: world.sponsor.agent, given: { id: deviceId } }),
  explainMiss: ({ world, brokenId }) => ({
    as: world.it.agent,
    given: { commitmentId: brokenId, reason: 'The parts came late.' },
  }),
  withdrawCommitment: ({ world, promiseId }) => ({ as: world.it.agent, given: { id: promiseId } }),
  offerWorkaround: ({ world, otherCardId }) => ({
    as: world.it.agent,
    given: { input: { painPointId: otherCardId, words: 'Use the other printer.', hoursLostPerPersonPerWeek: 0.5 } },
  }),
  endWorkaround: ({ world, otherCardId }) => ({
    as: world.it.agent,
    given: { input: { painPointId: otherCardId, reason: 'It helps no longer.' } },
  }),
  quoteInWin: ({ world, winId, cardId }) => ({ as: world.it.agent, given: { winId, painPointId: cardId } }),
  sharePainPoint: ({ world, cardId }) => ({
    as: world.sponsor.agent,
    given: { id: cardId, email: 'colleague@example.com', words: 'Look' },
  }),
  startMeeting: ({ world }) => ({ as: world.it.agent, given: { input: { boardId: world.boardId } } }),
  presentStep: ({ world, meetingId, cardId, publishedWinId }) => ({
    as: world.it.agent,
    given: { input: { meetingId, step: 'WALK', page: 1, painPointId: cardId, winId: publishedWinId } },
  }),
  narrowMeeting: ({ world, meetingId }) => ({
    as: world.it.agent,
    given: { input: { meetingId, filter: { businessUnitIds: [world.units.sales], tags: ['lift'], text: 'till' } } },
  }),
  endMeeting: ({ world, meetingId }) => ({ as: world.it.agent, given: { id: meetingId } }),
  markPresent: ({ world, meetingId }) => ({
    as: world.it.agent,
    given: { input: { meetingId, personId: world.sponsor.id, present: true } },
  }),
  addDecision: ({ world, meetingId, cardId }) => ({
    as: world.it.agent,
    given: { input: { meetingId, text: 'We do it.', painPointId: cardId } },
  }),
  updateDecision: ({ world, decisionId }) => ({
    as: world.it.agent,
    given: { input: { id: decisionId, text: 'We do it now.' } },
  }),
  removeDecision: ({ world, decisionId }) => ({ as: world.it.agent, given: { id: decisionId } }),
  addActionItem: ({ world, meetingId, cardId }) => ({
    as: world.it.agent,
    given: { input: { meetingId, title: 'Ring the supplier', painPointIds: [cardId], assigneeId: world.it.id } },
  }),
  removeActionItem: ({ world, meetingId, actionId }) => ({
    as: world.it.agent,
    given: { meetingId, taskId: actionId },
  }),
  chooseQuickWin: ({ world, cardId }) => ({
    as: world.it.agent,
    given: { input: { painPointId: cardId, ownerId: world.it.id, dueOn: '2026-12-01' } },
  }),
  steerMeeting: ({ world, meetingId }) => ({
    as: world.it.agent,
    given: { meetingId, command: 'STEP', step: 'WALK' },
  }),
  openRemote: ({ world, meetingId }) => ({ as: world.it.agent, given: { meetingId } }),
  makeProjectorLink: ({ world }) => ({ as: world.lead.agent, given: { name: 'Room 2' } }),
  revokeProjectorLink: ({ world, projectorLinkId }) => ({ as: world.lead.agent, given: { id: projectorLinkId } }),
  enterByProjectorLink: ({ world, projectorToken }) => ({ as: world.anyone, given: { token: projectorToken } }),
  pairRemote: ({ world, remoteCode }) => ({ as: world.anyone, given: { code: remoteCode } }),
  updateAgenda: ({ world }) => ({
    as: world.it.agent,
    given: { input: { boardId: world.boardId, steps: AGENDA } },
  }),
  shareWin: ({ world, publishedWinId }) => ({
    as: world.sponsor.agent,
    given: { id: publishedWinId, email: 'colleague@example.com', words: 'Look' },
  }),
  createApiToken: ({ world }) => ({ as: world.it.agent, given: { name: 'For a script' } }),
};
