import { importToTheEnd, sendFile } from '../support/import-file.js';
import { startWorld } from '../support/world.js';
import { memoryOf, type Row } from './figures.js';
import { withServer } from './with-server.js';

const ROWS = 20_000;

/** A spreadsheet longer than most that a company keeps of its pains, from two hundred people. */
function spreadsheet(): string {
  const lines = Array.from(
    { length: ROWS },
    (_, at) => `The report of branch ${at} is wrong each month;Person ${at % 200};Unit ${at % 12};${1 + (at % 30)};1,5`,
  );
  return ['Pain;Raised by;Business unit;People affected;Hours per week', ...lines].join('\n');
}

/** How long a large file takes to come in, read and stored, and what memory the server needs for it at most. */
export async function measureImport(): Promise<Row[]> {
  return withServer(async (server) => {
    const world = await startWorld(server.url);
    const { agent } = world.lead;
    const from = performance.now();
    const { id } = await sendFile(agent, spreadsheet());
    const read = performance.now();
    const { last } = await importToTheEnd(agent, { id });
    const stored = performance.now();
    await world.leave();
    if (last.state !== 'DONE' || last.newCount !== ROWS) throw new Error(`The import failed: ${JSON.stringify(last)}`);
    const aim = { value: 250, better: 'lower' } as const;
    return [
      { what: 'import: file read and checked', cards: ROWS, reached: read - from, unit: 'ms' },
      { what: 'import: stored, all or nothing', cards: ROWS, reached: stored - read, unit: 'ms' },
      { what: 'import: most memory ever held', cards: ROWS, reached: memoryOf(server.pid, 'VmHWM'), unit: 'MB', aim },
    ];
  });
}
