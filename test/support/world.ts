import { Agent } from './agent.js';

/** The roles of the contract. */
export const ROLES = ['VIEWER', 'SPONSOR', 'IT', 'LEAD', 'ADMIN'] as const;
export type RoleName = (typeof ROLES)[number];

/** A person of the test world with an agent that is signed in as them. */
export interface Member {
  id: string;
  name: string;
  email: string;
  role: RoleName;
  agent: Agent;
}

export interface TestStage {
  id: string;
  name: string;
  category: 'BLEEDING' | 'PLANNED' | 'TREATING' | 'CHECKING' | 'FIXED';
}

/** A workspace with one person of each role and a second sponsor, a board and two business units. */
export interface World {
  url: string;
  anyone: Agent;
  admin: Member;
  lead: Member;
  it: Member;
  sponsor: Member;
  otherSponsor: Member;
  viewer: Member;
  units: { sales: string; finance: string };
  boardId: string;
  stages: TestStage[];
  stage(category: TestStage['category']): string;
  /** A further person, signed in. */
  join(name: string, role: RoleName, unitId?: string): Promise<Member>;
  leave(): Promise<void>;
}

export const PASSWORD = 'correct horse battery staple';

/** Fills an empty server through its own API, as its first users would. */
export async function startWorld(url: string): Promise<World> {
  const members: Member[] = [];
  const first = new Agent(url);
  const founder = { name: 'Ada Admin', email: 'ada.admin@example.com', password: PASSWORD };
  const { startWorkspace } = await first.ask<{ startWorkspace: { id: string; role: RoleName } }>(
    `mutation ($input: StartWorkspaceInput!) { startWorkspace(input: $input) { id role } }`,
    {
      input: {
        workspaceName: 'Testing Ltd',
        currency: 'EUR',
        hourlyCost: 50,
        timeZone: 'Europe/Berlin',
        locale: 'en-GB',
        ...founder,
      },
    },
  );

  const addUnit = async (name: string) => {
    const query = `mutation ($name: String!) { addBusinessUnit(name: $name) { id } }`;
    return (await first.ask<{ addBusinessUnit: { id: string } }>(query, { name })).addBusinessUnit.id;
  };

  const join = async (name: string, role: RoleName, unitId?: string): Promise<Member> => {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;
    const { addPerson } = await first.ask<{ addPerson: { id: string } }>(
      `mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }`,
      { input: { name, email, role, businessUnitId: unitId, password: PASSWORD } },
    );
    const agent = await signIn(url, email, PASSWORD);
    const member = { id: addPerson.id, name, email, role, agent };
    members.push(member);
    return member;
  };

  const units = { sales: await addUnit('Sales'), finance: await addUnit('Finance') };
  const { board } = await first.ask<{ board: { id: string; stages: TestStage[] } }>(
    `{ board { id stages { id name category } } }`,
  );
  return {
    url,
    anyone: new Agent(url),
    admin: { id: startWorkspace.id, name: founder.name, email: founder.email, role: startWorkspace.role, agent: first },
    lead: await join('Lea Lead', 'LEAD'),
    it: await join('Ivo Itman', 'IT'),
    sponsor: await join('Sara Sponsor', 'SPONSOR', units.sales),
    otherSponsor: await join('Otto Sponsor', 'SPONSOR', units.finance),
    viewer: await join('Vera Viewer', 'VIEWER'),
    units,
    boardId: board.id,
    stages: board.stages,
    stage(category) {
      const found = board.stages.find((stage) => stage.category === category);
      if (found === undefined) throw new Error(`The board has no stage of ${category}`);
      return found.id;
    },
    join,
    leave: async () => {
      await Promise.all([first, ...members.map(({ agent }) => agent)].map(async (agent) => agent.leave()));
    },
  };
}

/** An agent with a session of its own. */
export async function signIn(url: string, email: string, password: string): Promise<Agent> {
  const agent = new Agent(url);
  await agent.ask(
    `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }`,
    {
      email,
      password,
    },
  );
  return agent;
}
