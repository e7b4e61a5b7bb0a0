import type { Agent } from '../support/agent.js';
import type { BrowserAddress } from '../support/caught-pushes.js';

/** A device as its owner sees it on the settings page. */
export interface Device {
  id: string;
  name: string;
  here: boolean;
  signedIn: boolean;
  reachedAt: string | null;
  failingSince: string | null;
  failure: string | null;
  givenUp: boolean;
}

const DEVICE = 'id name here signedIn reachedAt failingSince failure givenUp';

/** Switches push on in a browser, and gives the whole answer. */
export function switchOn(agent: Agent, { endpoint, p256dh, auth }: BrowserAddress, replaces?: string) {
  return agent.answer<{ switchPushOn: Device }>(
    `mutation ($input: SwitchPushOnInput!) { switchPushOn(input: $input) { ${DEVICE} } }`,
    { input: { endpoint, p256dh, auth, replaces } },
  );
}

/** The same, for a browser with which nothing is wrong. */
export async function switchOnIn(agent: Agent, browser: BrowserAddress): Promise<BrowserAddress & { id: string }> {
  const { data, errors } = await switchOn(agent, browser);
  if (!data) throw new Error(errors[0]?.message);
  return { ...browser, id: data.switchPushOn.id };
}

export function switchOff(agent: Agent, id: string) {
  return agent.answer('mutation ($id: ID!) { switchPushOff(id: $id) }', { id });
}

/** One's own devices, the latest first. */
export async function devicesOf(agent: Agent, endpoint?: string): Promise<Device[]> {
  const { pushDevices } = await agent.ask<{ pushDevices: Device[] }>(
    `query ($endpoint: String) { pushDevices(endpoint: $endpoint) { ${DEVICE} } }`,
    { endpoint },
  );
  return pushDevices;
}

/** Sends a test, and says how it went. */
export async function testOn(agent: Agent, id: string): Promise<{ arrived: boolean; reason: string | null }> {
  const { testPush } = await agent.ask<{ testPush: { arrived: boolean; reason: string | null } }>(
    'mutation ($id: ID!) { testPush(id: $id) { arrived reason } }',
    { id },
  );
  return testPush;
}
