import type { Agent } from './agent.js';

/** What the specs look at of an import. */
export interface SeenImport {
  id: string;
  state: 'READ' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';
  rowCount: number;
  newCount: number;
  mergedCount: number;
  alreadyThereCount: number;
  failedCount: number;
  done: number;
  error: string | null;
  problemCount: number;
  problems: { row: number; column: number | null; heading: string | null; severity: string; message: string }[];
  repeats: { row: number; ofRow: number; reason: string }[];
}

const SEEN = `id state rowCount newCount mergedCount alreadyThereCount failedCount done error problemCount
  problems { row column heading severity message } repeats { row ofRow reason }`;

/** Sends a file as a page does; the answer may be a refusal. */
export async function sendFile(
  agent: Agent,
  content: Buffer | string,
  contentType: string | null = 'text/csv',
): Promise<{ status: number; id: string; message: string }> {
  const body = new Uint8Array(Buffer.from(content));
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType };
  const response = await agent.request('/imports?name=interviews.csv', { method: 'POST', headers, body });
  const { id = '', message = '' } = (await response.json()) as { id?: string; message?: string };
  return { status: response.status, id, message };
}

export async function readImport(agent: Agent, id: string): Promise<SeenImport> {
  const query = `query ($id: ID!) { importRun(id: $id) { ${SEEN} } }`;
  return (await agent.ask<{ importRun: SeenImport }>(query, { id })).importRun;
}

/** What somebody chooses for a file; without columns, the guess. */
export interface Choices {
  id: string;
  columns?: { column: number; field: string }[];
  mergeRows?: number[];
}

export async function previewImport(agent: Agent, choices: Choices): Promise<SeenImport> {
  const query = `mutation ($input: ImportInput!) { previewImport(input: $input) { ${SEEN} } }`;
  const input = { columns: [], ...choices };
  return (await agent.ask<{ previewImport: SeenImport }>(query, { input })).previewImport;
}

export async function beginImport(agent: Agent, choices: Choices): Promise<SeenImport> {
  const query = `mutation ($input: ImportInput!) { runImport(input: $input) { ${SEEN} } }`;
  const input = { columns: [], ...choices };
  return (await agent.ask<{ runImport: SeenImport }>(query, { input })).runImport;
}

/** Begins an import and listens to its progress until it has ended, however it did. */
export async function importToTheEnd(
  agent: Agent,
  choices: Choices,
): Promise<{ last: SeenImport; heard: SeenImport[] }> {
  const query = `subscription ($id: ID!) { importProgressed(id: $id) { ${SEEN} } }`;
  const listening = agent.listen<{ importProgressed: SeenImport }>(query, { id: choices.id });
  await listening.begun;
  await beginImport(agent, choices);
  const heard: SeenImport[] = [];
  do heard.push((await listening.next(60_000)).importProgressed);
  while (heard.at(-1)?.state === 'RUNNING');
  listening.stop();
  return { last: heard.at(-1) as SeenImport, heard };
}
