import type { Agent } from './agent.js';

/** A meeting as specs look at it. */
export interface SeenMeeting {
  id: string;
  state: string;
  revision: number;
  since: string | null;
  steps: { kind: string; minutes: number; secondsSpent: number }[];
  position: {
    step: string;
    page: number;
    painPointId: string | null;
    winId: string | null;
    revision: number;
    presentedBy: { id: string };
  };
}

const MEETING = `id state revision since steps { kind minutes secondsSpent }
  position { step page painPointId winId revision presentedBy { id } }`;

/** What is done in a meeting, each as one call. */
export const meetings = {
  start: async (agent: Agent, input: { boardId?: string; idempotencyKey?: string } = {}) =>
    (
      await agent.ask<{ startMeeting: SeenMeeting }>(
        `mutation ($input: StartMeetingInput) { startMeeting(input: $input) { ${MEETING} } }`,
        { input },
      )
    ).startMeeting,
  present: async (
    agent: Agent,
    input: { meetingId: string; step: string; page?: number; painPointId?: string; winId?: string; screen?: string },
  ) =>
    (
      await agent.ask<{ presentStep: SeenMeeting }>(
        `mutation ($input: PresentStepInput!) { presentStep(input: $input) { ${MEETING} } }`,
        { input },
      )
    ).presentStep,
  end: async (agent: Agent, id: string) =>
    (await agent.ask<{ endMeeting: SeenMeeting }>(`mutation ($id: ID!) { endMeeting(id: $id) { ${MEETING} } }`, { id }))
      .endMeeting,
  read: async (agent: Agent, id: string | null = null) =>
    (
      await agent.ask<{ meeting: SeenMeeting | null }>(`query ($id: ID) { meeting(id: $id) { ${MEETING} } }`, {
        id,
      })
    ).meeting,
  /** Reads whatever fields a spec is about. */
  look: async <T>(agent: Agent, id: string, fields: string) =>
    (await agent.ask<{ meeting: T }>(`query ($id: ID) { meeting(id: $id) { ${fields} } }`, { id })).meeting,
  decide: async (
    agent: Agent,
    input: { meetingId: string; text: string; painPointId?: string; idempotencyKey?: string },
  ) =>
    (
      await agent.ask<{ addDecision: { decision: { id: string } } }>(
        'mutation ($input: AddDecisionInput!) { addDecision(input: $input) { decision { id } } }',
        { input },
      )
    ).addDecision.decision.id,
  give: async (
    agent: Agent,
    input: {
      meetingId: string;
      title: string;
      painPointIds?: string[];
      assigneeId?: string;
      dueOn?: string;
      idempotencyKey?: string;
    },
  ) =>
    (
      await agent.ask<{ addActionItem: { action: { taskId: string } } }>(
        'mutation ($input: AddActionItemInput!) { addActionItem(input: $input) { action { taskId } } }',
        { input },
      )
    ).addActionItem.action.taskId,
  mark: (agent: Agent, input: { meetingId: string; personId: string; present: boolean | null }) =>
    agent.ask('mutation ($input: MarkPresentInput!) { markPresent(input: $input) { id } }', { input }),
};

/** Takes every card off the board, so that the next one is the first. */
export async function clearBoard(agent: Agent): Promise<void> {
  const { painPoints } = await agent.ask<{ painPoints: { nodes: { id: string }[] } }>(
    '{ painPoints(first: 500) { nodes { id } } }',
  );
  for (const { id } of painPoints.nodes) {
    await agent.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
      input: { id, as: 'PARKED', reason: 'The next spec begins.' },
    });
  }
}
