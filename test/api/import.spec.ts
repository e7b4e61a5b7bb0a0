import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Agent } from '../support/agent.js';
import { raise } from '../support/builders.js';
import { beginImport, importToTheEnd, previewImport, readImport, sendFile } from '../support/import-file.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

const INTERVIEWS = readFileSync('libs/intake/intake.fixture.csv');

/** A list of any length whose rows all say something else. */
function listOf(count: number, from = 0): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const [person, unit, service] = [number % 200, number % 9, number % 31];
    return `${number};03.08.2026;Unit ${unit};Person ${person};Service ${service};"Door ${number} jams\r\nand lift ${number * 7} stops";${number % 50};1,5`;
  });
  return ['No.;Date;Business unit;Who;Service;Pain;People;Hours', ...rows].join('\r\n');
}

/** An import of thousands on a busy machine. */
const LONG = 120_000;

describe('the import of a spreadsheet', () => {
  let server: ServerProcess;
  let world: World;
  let lead: Agent;

  const start = async () => {
    server = await ServerProcess.start({ IMPORT_LIMIT_MB: '3' });
    world = await startWorld(server.url);
    lead = world.lead.agent;
  };

  const stop = async () => {
    await world.leave();
    await server.stop();
  };

  /** How much of everything there is, straight from the database. */
  function counts(): Record<string, number> {
    const tables = ['pain_point', 'person', 'business_unit', 'service', 'quote', 'sponsorship', 'imported_row'];
    const database = new Database(server.databaseFile, { readonly: true });
    const count = (table: string) =>
      (database.prepare(`select count(*) as count from ${table}`).get() as { count: number }).count;
    const all = Object.fromEntries(tables.map((table) => [table, count(table)]));
    database.close();
    return all;
  }

  /** The most memory that the server ever had, in megabytes; 0 where the system does not say. */
  function memory(): number {
    const status = `/proc/${server.pid}/status`;
    const said = existsSync(status) ? readFileSync(status, 'utf8') : '';
    return Number(/VmHWM:\s+(\d+)/u.exec(said)?.[1] ?? 0) / 1024;
  }

  function keptFiles(): string[] {
    const folder = join(server.folder, 'imports');
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  describe('of the interviews', () => {
    beforeEach(start);
    afterEach(stop);

    it('names the impossible date and the repeat before, and brings all 36 rows in, each with its words', async () => {
      const { status, id } = await sendFile(lead, INTERVIEWS);
      expect(status).toBe(201);
      const before = await readImport(lead, id);
      expect(before).toMatchObject({ state: 'READ', rowCount: 36, newCount: 36, problemCount: 1 });
      expect(before.problems).toMatchObject([{ row: 38, column: 2, heading: 'Date', severity: 'WARNING' }]);
      expect(before.repeats).toMatchObject([{ row: 14, ofRow: 2 }]);
      expect(counts()).toMatchObject({ pain_point: 0, quote: 0 });

      const { last } = await importToTheEnd(lead, { id });
      expect(last).toMatchObject({ state: 'DONE', newCount: 36, done: 36, error: null });
      expect(keptFiles()).toEqual([]);

      interface Card {
        title: string;
        description: string;
        raiser: { name: string };
        raisedBy: { name: string };
        raisedAt: string;
        bleedPerWeek: number;
        stage: { name: string };
        quotes: { text: string; interview: { heldOn: string } }[];
        comments: { text: string; visibility: string }[];
        history: { by: { name: string } | null }[];
      }
      const { painPoints } = await lead.ask<{ painPoints: { totalCount: number; nodes: Card[] } }>(
        `{ painPoints(first: 100) { totalCount nodes {
          title description raiser { name } raisedBy { name } raisedAt bleedPerWeek stage { name }
          quotes { text interview { heldOn } } comments { text visibility }
        } } }`,
      );
      expect(painPoints.totalCount).toBe(36);
      const letters = painPoints.nodes.find(({ title }) => title.startsWith('Letters come out'));
      expect(letters).toEqual({
        title: 'Letters come out on the printer two floors down, nobody knows why',
        description:
          'Letters come out on the printer two floors down, nobody knows why.\nSomebody reads them before we do.',
        raiser: { name: 'Ines Albrecht' },
        raisedBy: { name: 'Lea Lead' },
        raisedAt: '2026-08-02T22:00:00.000Z',
        bleedPerWeek: 12 * 0.5 * 50 + 40,
        stage: { name: 'Bleeding' },
        quotes: [
          {
            text: 'Letters come out on the printer two floors down, nobody knows why.\nSomebody reads them before we do.',
            interview: { heldOn: '2026-08-03' },
          },
        ],
        comments: [{ text: 'Idea: Printer by location', visibility: 'INTERNAL' }],
      });
    });

    it('adds nothing the second time, and of an edited file only what is new', async () => {
      const first = await sendFile(lead, INTERVIEWS);
      await importToTheEnd(lead, { id: first.id });
      const after = counts();

      const again = await sendFile(lead, INTERVIEWS);
      expect(await readImport(lead, again.id)).toMatchObject({ newCount: 0, alreadyThereCount: 36, repeats: [] });
      await importToTheEnd(lead, { id: again.id });
      expect(counts()).toEqual(after);

      const [heading = '', ...rows] = INTERVIEWS.toString().split('\r\n');
      const added = '37;20.08.2026;Claims;Ines Albrecht;;Printing;The printer eats paper;3;1;;;1;2;open';
      const edited = [heading, added, ...rows.map((row) => row.replace(';46;1,5;', ';50;2;'))].join('\r\n');
      const third = await sendFile(lead, edited);
      const { last } = await importToTheEnd(lead, { id: third.id });
      expect(last).toMatchObject({ state: 'DONE', newCount: 1, alreadyThereCount: 36 });
      expect(counts()['pain_point']).toBe(37);
    });

    it('lets a repeat join the earlier row: its words are kept there, and it becomes no card', async () => {
      const { id } = await sendFile(lead, INTERVIEWS);
      const preview = await previewImport(lead, { id, mergeRows: [14] });
      expect(preview).toMatchObject({ newCount: 35, mergedCount: 1 });
      const { last } = await importToTheEnd(lead, { id, mergeRows: [14] });
      expect(last).toMatchObject({ state: 'DONE', newCount: 35, mergedCount: 1 });
      const { painPoints } = await lead.ask<{ painPoints: { nodes: { quotes: { text: string }[] }[] } }>(
        '{ painPoints(first: 100, filter: { text: "claims screen" }) { nodes { quotes { text } } } }',
      );
      expect(painPoints.nodes.map(({ quotes }) => quotes.map(({ text }) => text.slice(0, 12)))).toEqual([
        ['Every Monday', 'Mondays clai'],
      ]);
      const again = await sendFile(lead, INTERVIEWS);
      expect(await readImport(lead, again.id)).toMatchObject({ newCount: 0, alreadyThereCount: 36 });
    });

    it('tells each person once, and shows the cards to who watches the board', async () => {
      const watching = lead.listen<{ boardChanged: { kind: string } }>(
        'subscription ($id: ID!) { boardChanged(boardId: $id) { kind } }',
        { id: world.boardId },
      );
      await watching.begun;
      const { id } = await sendFile(lead, INTERVIEWS);
      await importToTheEnd(lead, { id });
      expect((await watching.next()).boardChanged.kind).toBe('stages');
      const waiting = async () =>
        (
          await lead.ask<{ outbox: { nodes: { subject: string; address: string }[] } }>(
            '{ outbox(first: 200) { nodes { subject address } } }',
          )
        ).outbox.nodes;
      let mails = await waiting();
      for (let tries = 0; mails.length === 0 && tries < 100; tries += 1) mails = await waiting();
      const addresses = mails.map(({ address }) => address);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses).toContain('tomas.ruiz@example.com');
      expect(mails.find(({ address }) => address === 'tomas.ruiz@example.com')?.subject).toMatch(/4 pain points/u);
    });
  });

  describe('of any list', () => {
    beforeAll(start);
    afterAll(stop);

    it('is all or nothing: a failure on the way takes everything back, and says so', async () => {
      const { id } = await sendFile(lead, listOf(1_500));
      const before = counts();
      const database = new Database(server.databaseFile);
      database.exec(`create trigger fault before insert on quote when (select count(*) from quote) > 900
      begin select raise(abort, 'the disk is full'); end`);
      const { last } = await importToTheEnd(lead, { id });
      expect(last.state).toBe('FAILED');
      expect(last.error).toMatch(/Nothing of it was imported/u);
      expect(last.error).not.toMatch(/disk|SQL/u);
      expect(counts()).toEqual(before);

      // Nothing that was chosen is lost: the same import can be begun again.
      database.exec('drop trigger fault');
      database.close();
      expect((await importToTheEnd(lead, { id })).last).toMatchObject({ state: 'DONE', newCount: 1_500 });
    });

    it(
      'leaves nothing when it is stopped on the way or the server dies, and can be begun again',
      async () => {
        const { id } = await sendFile(lead, listOf(10_000, 100_000));
        const before = counts();
        await beginImport(lead, { id });
        const stopped = await lead.ask<{ cancelImport: { state: string } }>(
          'mutation ($id: ID!) { cancelImport(id: $id) { state } }',
          { id },
        );
        expect(stopped.cancelImport.state).toBe('CANCELLED');
        expect(counts()).toEqual(before);

        const halfWay = lead.listen<{ importProgressed: { done: number } }>(
          'subscription ($id: ID!) { importProgressed(id: $id) { done } }',
          { id },
        );
        await halfWay.begun;
        await beginImport(lead, { id });
        while ((await halfWay.next(30_000)).importProgressed.done === 0);
        await server.kill();
        expect(counts()).toEqual(before);
        await server.start();
        const failed = await readImport(lead, id);
        expect(failed).toMatchObject({ state: 'FAILED', done: 0 });
        expect(failed.error).toMatch(/start it again/u);
        expect((await importToTheEnd(lead, { id })).last).toMatchObject({ state: 'DONE', newCount: 10_000 });
      },
      LONG,
    );

    it(
      'brings 20,000 rows in with honest progress, while others read on, within a memory that does not grow with them',
      async () => {
        await raise(world.sponsor.agent, { title: 'Was here before' });
        const start = counts()['pain_point'] ?? 0;
        const { id } = await sendFile(lead, listOf(20_000, 200_000));
        const atFirst = memory();
        let going = true;
        let longest = 0;
        const reading = (async () => {
          while (going) {
            const from = performance.now();
            const { board } = await world.viewer.agent.ask<{ board: { stages: { count: number }[] } }>(
              '{ board { stages { count } } }',
            );
            longest = Math.max(longest, performance.now() - from);
            // All or nothing is what others see, too.
            expect([start, start + 20_000]).toContain(board.stages[0]?.count);
          }
        })();
        const { last, heard } = await importToTheEnd(lead, { id });
        going = false;
        await reading;
        expect(last).toMatchObject({ state: 'DONE', newCount: 20_000, done: 20_000 });
        const steps = heard.map(({ done }) => done);
        expect(steps).toEqual([...steps].sort((one, other) => one - other));
        expect(steps.filter((done) => done > 0 && done < 20_000).length).toBeGreaterThan(3);
        expect(longest).toBeLessThan(4_000);
        expect(memory() - atFirst).toBeLessThan(100);
      },
      LONG,
    );

    it('takes the columns that somebody chooses, and refuses a choice that makes no sense', async () => {
      const { id } = await sendFile(lead, 'A;B\nSlow;Eva\nLoud;Ida\n', 'application/vnd.ms-excel');
      const guessed = await readImport(lead, id);
      expect(guessed.problems).toMatchObject([{ row: 1, column: null, severity: 'ERROR' }]);
      const refused = await lead.answer('mutation ($input: ImportInput!) { runImport(input: $input) { state } }', {
        input: {
          id,
          columns: [
            { column: 1, field: 'TITLE' },
            { column: 2, field: 'TITLE' },
          ],
        },
      });
      expect(refused.code).toBe('BAD_USER_INPUT');
      expect(refused.errors[0]?.message).toContain('"A" and "B"');
      const columns = [
        { column: 1, field: 'TITLE' },
        { column: 2, field: 'PERSON_NAME' },
      ];
      expect(await previewImport(lead, { id, columns })).toMatchObject({ newCount: 2, problemCount: 0 });
      expect((await importToTheEnd(lead, { id, columns })).last).toMatchObject({ state: 'DONE', newCount: 2 });
      const twice = await lead.answer('mutation ($input: ImportInput!) { runImport(input: $input) { state } }', {
        input: { id, columns },
      });
      expect(twice.code).toBe('CONFLICT');
    });

    it('lets leads in only', async () => {
      for (const agent of [world.anyone, world.viewer.agent, world.sponsor.agent, world.it.agent]) {
        const { status, message } = await sendFile(agent, INTERVIEWS);
        expect(status).toBe(agent === world.anyone ? 401 : 403);
        expect(message).toMatch(/\.$/u);
      }
      expect((await sendFile(world.admin.agent, INTERVIEWS)).status).toBe(201);
    });

    it('lets nothing in that a foreign page could send', async () => {
      for (const contentType of [
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        null,
      ]) {
        const { status, message } = await sendFile(lead, INTERVIEWS, contentType);
        expect(status).toBe(400);
        expect(message).toContain('text/csv');
      }
    });

    it.each([
      ['what is too large', Buffer.alloc(4 * 1024 * 1024, 'a'), /3 MB/u],
      ['an Excel workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /Save it as CSV/u],
      ['nothing at all', Buffer.alloc(0), /empty/u],
      ['headings alone', Buffer.from('Name;Pain\n'), /no rows/u],
    ])('refuses %s, and says what to do', async (_, content, says) => {
      const kept = keptFiles();
      const { status, message } = await sendFile(lead, content);
      expect(status).toBe(400);
      expect(message).toMatch(says);
      expect(keptFiles()).toEqual(kept);
    });
  });
});
