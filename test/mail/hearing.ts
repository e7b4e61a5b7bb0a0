import type { Agent } from '../support/agent.js';
import { raise, type RaisedPainPoint } from '../support/builders.js';
import type { CaughtMails } from '../support/caught-mail.js';
import type { Member, World } from '../support/world.js';

/** One line of somebody's bell. */
export interface Notice {
  id: string;
  kind: string;
  text: string;
  readAt: string | null;
  painPoint: { id: string; key: string } | null;
}

/** A mail as the lead's outbox shows it. */
export interface OutboxMail {
  id: string;
  address: string;
  subject: string;
  text: string;
  html: string;
  state: string;
  attempts: number;
  nextAttemptAt: string | null;
  sentAt: string | null;
  lastError: string | null;
}

/** The unread lines of somebody's bell, newest first. */
export async function unread(agent: Agent): Promise<Notice[]> {
  const { notifications } = await agent.ask<{ notifications: { nodes: Notice[] } }>(
    '{ notifications(first: 200) { nodes { id kind text readAt painPoint { id key } } } }',
  );
  return notifications.nodes.filter(({ readAt }) => readAt === null);
}

/** Everything in the outbox, as a lead sees it. */
export async function outbox(lead: Agent, states?: string[]): Promise<OutboxMail[]> {
  const { outbox: page } = await lead.ask<{ outbox: { nodes: OutboxMail[] } }>(
    `query ($states: [MailState!]) { outbox(states: $states, first: 500) {
      nodes { id address subject text html state attempts nextAttemptAt sentAt lastError }
    } }`,
    { states },
  );
  return page.nodes;
}

/** Waits until something is so; throws with the last state when it does not come about. */
export async function eventually<T>(look: () => Promise<T>, so: (seen: T) => boolean, withinMs = 20_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (so(seen)) return seen;
    if (Date.now() > until) throw new Error(`It did not come about in ${withinMs} ms: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The mutations of the contract that people are told of, each as one call. */
export const acts = {
  join: (agent: Agent, id: string) => agent.ask('mutation ($id: ID!) { joinPainPoint(id: $id) { id } }', { id }),
  addSponsor: (agent: Agent, painPointId: string, personId: string) =>
    agent.ask(
      'mutation ($painPointId: ID!, $personId: ID!) { addSponsor(painPointId: $painPointId, personId: $personId) { id } }',
      {
        painPointId,
        personId,
      },
    ),
  own: async (agent: Agent, id: string, ownerId: string) => {
    const { painPoint } = await agent.ask<{ painPoint: { version: number } }>(
      'query ($id: ID!) { painPoint(id: $id) { version } }',
      { id },
    );
    const input = { id, expectedVersion: painPoint.version, ownerId };
    return agent.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', { input });
  },
  comment: (agent: Agent, painPointId: string, text: string, visibility: 'SHARED' | 'INTERNAL') =>
    agent.ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      input: { painPointId, text, visibility },
    }),
  promise: (agent: Agent, painPointId: string, dueOn: string, reason?: string) =>
    agent.ask('mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }', {
      input: { painPointId, dueOn, reason },
    }),
  /** Takes the promise back that stands. */
  withdraw: async (agent: Agent, painPointId: string) => {
    const { painPoint } = await agent.ask<{ painPoint: { commitment: { id: string } } }>(
      'query ($id: ID!) { painPoint(id: $id) { commitment { id } } }',
      { id: painPointId },
    );
    return agent.ask('mutation ($id: ID!) { withdrawCommitment(id: $id) { id } }', painPoint.commitment);
  },
  explain: (agent: Agent, commitmentId: string, reason: string) =>
    agent.ask('mutation ($id: ID!, $reason: String!) { explainMiss(commitmentId: $id, reason: $reason) { id } }', {
      id: commitmentId,
      reason,
    }),
  task: async (agent: Agent, painPointId: string, title: string, assigneeId?: string, visibility?: string) => {
    const { addTask } = await agent.ask<{ addTask: { id: string; version: number } }>(
      'mutation ($input: AddTaskInput!) { addTask(input: $input) { id version } }',
      { input: { title, painPointIds: [painPointId], assigneeId, visibility } },
    );
    return addTask;
  },
  finish: (agent: Agent, { id, version }: { id: string; version: number }) =>
    agent.ask('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { id } }', {
      input: { id, expectedVersion: version, state: 'DONE' },
    }),
  win: (agent: Agent, painPointId: string, headline: string, publish = true) =>
    agent.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
      input: { headline, painPointIds: [painPointId], publish },
    }),
  offerWorkaround: (agent: Agent, painPointId: string, words: string, figures: object = {}) =>
    agent.ask('mutation ($input: OfferWorkaroundInput!) { offerWorkaround(input: $input) { id } }', {
      input: { painPointId, words, ...figures },
    }),
  endWorkaround: (agent: Agent, painPointId: string, reason: string) =>
    agent.ask('mutation ($input: EndWorkaroundInput!) { endWorkaround(input: $input) { id } }', {
      input: { painPointId, reason },
    }),
  answer: (agent: Agent, painPointId: string, fixed: boolean, words: string) =>
    agent.ask('mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }', {
      input: { painPointId, fixed, words },
    }),
  close: (agent: Agent, id: string, as: 'PARKED' | 'DECLINED', reason: string) =>
    agent.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
      input: { id, as, reason },
    }),
  reopen: (agent: Agent, id: string, reason: string) =>
    agent.ask('mutation ($id: ID!, $reason: String!) { reopenPainPoint(id: $id, reason: $reason) { id } }', {
      id,
      reason,
    }),
  undo: (agent: Agent, changeId: string) =>
    agent.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId }),
  merge: (agent: Agent, fromId: string, intoId: string) =>
    agent.ask('mutation ($input: MergePainPointsInput!) { mergePainPoints(input: $input) { id } }', {
      input: { fromIds: [fromId], intoId },
    }),
};

/** Somebody whose mail comes only after all that was caused before it: so nobody needs to wait for nothing. */
export class LastOfAll {
  private constructor(
    private readonly world: World,
    private readonly mails: CaughtMails,
    private readonly person: Member,
    private readonly card: RaisedPainPoint,
  ) {}

  static async in(world: World, mails: CaughtMails): Promise<LastOfAll> {
    const person = await world.join('Senta Sentinel', 'SPONSOR', world.units.sales);
    const last = new LastOfAll(world, mails, person, await raise(person.agent, { title: 'The last of all' }));
    await last.settled();
    return last;
  }

  /** Resolves when everything that happened before has reached whomever it reaches. */
  async settled(): Promise<void> {
    const before = this.mails.to(this.person.email).length;
    await acts.comment(this.world.admin.agent, this.card.id, `Is everything through? (${before})`, 'SHARED');
    await eventually(
      async () => this.mails.to(this.person.email).length,
      (count) => count > before,
    );
    await eventually(
      () => outbox(this.world.admin.agent, ['WAITING', 'SENDING']),
      (waiting) => waiting.length === 0,
    );
  }
}
