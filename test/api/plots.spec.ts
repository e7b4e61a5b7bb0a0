import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { DrawPicture, PlotKind } from '@stanch/meetings';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';

interface SeenPlot {
  title: string;
  svg: string;
  alt: string;
  how: string;
  table: { columns: string[]; rows: string[][] };
  empty: boolean;
}

const PLOT = `query ($input: PlotInput!) { plot(input: $input) { title svg alt how table { columns rows } empty } }`;
const DESK = { width: 760, height: 340 };
const DAY = MILLISECONDS_PER_DAY;

describe('the plots', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open({ at: instantAfter(MORNING, -112 * DAY) });
    world = await startWorld(house.url);
    // Sixteen weeks in short: two pains a week, of which every other is fixed and confirmed after a while.
    for (let week = 0; week < 16; week += 1) {
      const cost = { peopleAffected: 4, hoursLostPerPersonPerWeek: 3, effortDays: 2 };
      const first = await raise(world.sponsor.agent, cost);
      await raise(world.sponsor.agent, { directCostPerWeek: 100 });
      if (week === 9) await acts.promise(world.it.agent, first.id, dayIn(6));
      house.clock.advance(4 * DAY);
      if (week % 7 !== 6) {
        await move(world.it.agent, { id: first.id, toStageId: world.stage('TREATING') });
        house.clock.advance(2 * DAY);
        await move(world.it.agent, { id: first.id, toStageId: world.stage('CHECKING') });
        await confirm(first.id);
      } else house.clock.advance(2 * DAY);
      house.clock.advance(DAY);
    }
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const dayIn = (days: number) => instantAfter(house.clock.now(), days * DAY).slice(0, 10);
  const confirm = (painPointId: string) =>
    world.sponsor.agent.ask('mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }', {
      input: { painPointId, fixed: true, rating: 4 },
    });
  const plot = async (input: Record<string, unknown>, agent = world.viewer.agent) =>
    (await agent.ask<{ plot: SeenPlot }>(PLOT, { input: { ...DESK, ...input } })).plot;
  const refusal = async (input: Record<string, unknown>) => {
    const { code, errors } = await world.viewer.agent.answer(PLOT, { input: { ...DESK, ...input } });
    return { code, field: errors[0]?.extensions?.field };
  };
  const record = async (fields: Record<string, unknown>) => {
    const { id } = await raise(world.sponsor.agent);
    const { recordWin } = await world.it.agent.ask<{ recordWin: { id: string } }>(
      'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }',
      { input: { headline: 'Orders fly', painPointIds: [id], ...fields } },
    );
    return recordWin.id;
  };

  it.each(['BLEEDING', 'CUMULATIVE_FLOW', 'TIME_TO_FIXED', 'AGEING', 'COMMITMENTS_KEPT', 'IMPACT_EFFORT'])(
    'show %s to everybody who may look, in the size that was asked for, with words, how and a table',
    async (kind) => {
      const { svg, alt, how, table, title } = await plot({ kind, width: 1728, height: 800, textSize: 42 });
      expect(svg).toMatch(/^<svg [^>]*width="1728" height="800"[^>]*font-size="42"/);
      expect(svg).toContain('role="img"');
      for (const words of [title, alt, how]) expect(words).not.toBe('');
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    },
  );

  it('end where the board stands now', async () => {
    const { board } = await world.viewer.agent.ask<{
      board: { bleedPerWeek: number; stages: { name: string; count: number }[] };
    }>('{ board { bleedPerWeek stages { name count } } }');
    const bleeding = await plot({ kind: 'BLEEDING' });
    expect(bleeding.table.rows.at(-1)?.[5]).toBe(`€${board.bleedPerWeek.toLocaleString('en-GB')}`);
    const { columns, rows } = (await plot({ kind: 'CUMULATIVE_FLOW' })).table;
    const last = new Map(columns.map((column, at) => [column, rows.at(-1)?.[at]]));
    for (const { name, count } of board.stages.filter((stage) => stage.name !== 'Fixed')) {
      expect(last.get(name)).toBe(String(count));
    }
  });

  it('tell the same as the trust figures', async () => {
    const { trustFigures } = await world.viewer.agent.ask<{
      trustFigures: { timeToFixed: { cases: number; withinDays: number }; kept: { kept: number; due: number } };
    }>('{ trustFigures { timeToFixed { cases withinDays } kept { kept due } } }');
    const { cases, withinDays } = trustFigures.timeToFixed;
    const time = await plot({ kind: 'TIME_TO_FIXED' });
    expect(time.table.rows).toHaveLength(cases);
    expect(time.alt).toContain(`85 of 100 within ${withinDays} days`);
    const weeks = (await plot({ kind: 'COMMITMENTS_KEPT' })).table.rows;
    const sum = (column: number) => weeks.reduce((all, row) => all + Number(row[column]), 0);
    expect({ kept: sum(2), due: sum(1) }).toEqual(trustFigures.kept);
    expect(trustFigures.kept).toEqual({ kept: 1, due: 1 });
  });

  it('show the past as it was, whatever happened since', async () => {
    const to = instantAfter(house.clock.now(), -10 * DAY);
    const kinds = ['BLEEDING', 'CUMULATIVE_FLOW', 'TIME_TO_FIXED', 'AGEING', 'IMPACT_EFFORT'];
    const past = () => Promise.all(kinds.map(async (kind) => (await plot({ kind, to })).svg));
    const before = await past();
    const { id } = await raise(world.sponsor.agent, { directCostPerWeek: 5_000 });
    await move(world.it.agent, { id, toStageId: world.stage('FIXED') });
    await world.lead.agent.ask('mutation { updateWorkspace(input: { hourlyCost: 99 }) { id } }');
    expect(await past()).toEqual(before);
    await world.lead.agent.ask('mutation { updateWorkspace(input: { hourlyCost: 50 }) { id } }');
    // Of what they were called then nothing is replayed, and so it is said where titles are.
    const says = async (given: object) =>
      Promise.all(kinds.map(async (kind) => (await plot({ kind, ...given })).how.includes('Titles are those of now')));
    expect(await says({ to })).toEqual([false, false, true, true, true]);
    expect(await says({})).toEqual(kinds.map(() => false));
  });

  it('compare the measure of a win that its sponsors were told, and show what IT keeps to itself to IT alone', async () => {
    const measured = { measure: 'Minutes to order', unit: 'min', before: 45, after: 9 };
    const told = await record(measured);
    expect(await plot({ kind: 'BEFORE_AFTER', winId: told })).toMatchObject({
      title: 'Minutes to order',
      alt: 'Minutes to order: 45 min before, 9 min after; 80% less.',
      table: {
        columns: ['When', 'Value'],
        rows: [
          ['Before', '45 min'],
          ['After', '9 min'],
        ],
      },
    });
    const untold = await record({ ...measured, publish: false });
    expect(await refusal({ kind: 'BEFORE_AFTER', winId: untold })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await plot({ kind: 'BEFORE_AFTER', winId: untold }, world.it.agent)).empty).toBe(false);
    const unmeasured = await plot({ kind: 'BEFORE_AFTER', winId: await record({}) });
    expect(unmeasured).toMatchObject({ empty: true, alt: expect.stringMatching(/without a measure/) as unknown });
    expect((await plot({ kind: 'BLEEDING' })).alt).toMatch(/2 wins were told/);
  });

  it('refuse a size that cannot be read and a time that cannot be, naming the field', async () => {
    const now = house.clock.now();
    const kind = 'BLEEDING';
    for (const [input, field] of [
      [{ kind, width: 0 }, 'width'],
      [{ kind, width: 100_000 }, 'width'],
      [{ kind, height: -5 }, 'height'],
      [{ kind, textSize: 4 }, 'textSize'],
      [{ kind, textSize: 56 }, 'width'],
      [{ kind, textSize: 40 }, 'height'],
      [{ kind, from: now, to: instantAfter(now, -DAY) }, 'from'],
      [{ kind, from: instantAfter(now, DAY) }, 'from'],
      [{ kind, from: '1980-01-01T00:00:00Z' }, 'from'],
      [{ kind: 'BEFORE_AFTER' }, 'winId'],
    ] as const) {
      expect({ input, ...(await refusal(input)) }).toEqual({ input, code: 'BAD_USER_INPUT', field });
    }
    expect(await refusal({ kind, boardId: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal({ kind, from: 'yesterday' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await world.anyone.answer(PLOT, { input: { ...DESK, kind } })).code).toBe('UNAUTHENTICATED');
  });

  it('are drawn as pictures for mails and print, with their words, and show no more than everybody may see', async () => {
    const draw = (kind: PlotKind, more = {}) => house.get(DrawPicture).run({ kind, ...DESK, textSize: 14, ...more });
    const { png, alt, width, height } = await draw(PlotKind.BLEEDING);
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect({ width, height }).toEqual(DESK);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
    expect(alt).toBe((await plot({ kind: 'BLEEDING' })).alt);
    const untold = await record({ before: 3, after: 1, publish: false });
    await expect(draw(PlotKind.BEFORE_AFTER, { winId: untold })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('foretell when the open quick wins are done, the same to everybody, and say how', async () => {
    const query = '{ forecast { enough why runs percent by halfBy open weeks finished words how } }';
    const ask = async (agent = world.viewer.agent) =>
      (await agent.ask<{ forecast: Record<string, unknown> & { words: string } }>(query)).forecast;
    const told = await ask();
    expect(told).toMatchObject({ enough: true, why: null, percent: 85, weeks: 12, open: 2 });
    expect(told.words).toMatch(/^85 of 100 runs finish the 2 open quick wins by \d+ \w+ \d{4}\.$/);
    expect(await ask(world.lead.agent)).toEqual(told);
  });

  it('say why there is no forecast where there is too little history', async () => {
    const young = await House.open();
    const newcomers = await startWorld(young.url);
    await raise(newcomers.sponsor.agent, { peopleAffected: 9, hoursLostPerPersonPerWeek: 3, effortDays: 1 });
    const { forecast } = await newcomers.viewer.agent.ask<{ forecast: Record<string, unknown> }>(
      '{ forecast { enough why by open weeks words } }',
    );
    const why = 'A forecast needs 8 weeks of history; the board has no whole week so far.';
    expect(forecast).toEqual({ enough: false, why, by: null, open: 1, weeks: 0, words: why });
    await newcomers.leave();
    await young.close();
  });

  it('show of a list to choose from what still bleeds, by the numbers that it has there', async () => {
    const [first, second] = await Promise.all(
      [700, 900].map((directCostPerWeek) => raise(world.sponsor.agent, { directCostPerWeek, effortDays: 2 })),
    );
    if (!first || !second) throw new Error('Both must have been raised.');
    const choices = [first.id, second.id, 'pp_nobody'];
    const keys = async () => {
      const { table, svg } = await plot({ kind: 'IMPACT_EFFORT', choices, width: 1728, height: 800, textSize: 42 });
      return [table.rows.map(([key]) => key), [...svg.matchAll(/\/><text[^>]*>(\d)</g)].map(([, number]) => number)];
    };
    expect(await keys()).toEqual([
      [first.key, second.key],
      ['1', '2'],
    ]);
    await move(world.it.agent, { id: first.id, toStageId: world.stage('PLANNED') });
    expect(await keys()).toEqual([[second.key], ['2']]);
    expect((await plot({ kind: 'IMPACT_EFFORT' })).table.rows.map(([key]) => key)).toContain(first.key);
    const tooMany = Array.from({ length: 101 }, (_, at) => String(at));
    expect(await refusal({ kind: 'IMPACT_EFFORT', choices: tooMany })).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'choices',
    });
  });
});
