import { RecordInterview } from '@stanch/discovery';
import { dayAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { StoredLinks } from '@stanch/remediation';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { clearBoard, meetings } from '../support/meetings.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

interface Item {
  card: { key: string; stage: string; painPoint: { id: string } | null };
  reasons: string[];
  daysInStage: number;
  usualDays: number;
  usualCases: number;
  usualIsFallback: boolean;
  nextTask: { title: string } | null;
  toDecide: string;
}

const WALK = `walk { count items {
  card { key stage painPoint { id } } reasons daysInStage usualDays usualCases usualIsFallback nextTask { title } toDecide
} }`;

describe('the steps of a meeting', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open({ at: '2026-10-01T09:00:00.000Z' });
    world = await startWorld(house.url);
  });
  beforeEach(() => clearBoard(world.it.agent));
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const days = (count: number) => house.clock.advance(count * MILLISECONDS_PER_DAY);
  const to = (id: string, category: TestStage['category']) =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const look = async <T>(fields: string, agent = world.viewer.agent) => {
    const { id } = await meetings.start(world.it.agent);
    return meetings.look<T>(agent, id, fields);
  };
  const meet = async () => {
    const { id } = await meetings.start(world.it.agent);
    await meetings.end(world.it.agent, id);
  };
  const walk = async () => (await look<{ walk: { count: number; items: Item[] } }>(WALK)).walk;
  const owned = async (category: TestStage['category'], title: string) => {
    const card = await raise(world.sponsor.agent, { title });
    await acts.own(world.it.agent, card.id, world.it.id);
    if (category !== 'BLEEDING') await to(card.id, category);
    return card;
  };

  it('walk the board from right to left, to what needs talk alone, each with its reasons, the weightiest first', async () => {
    await meet();
    const waiting = await owned('CHECKING', 'Waits for its sponsor');
    const blocked = await owned('TREATING', 'Is blocked');
    const fine = await owned('TREATING', 'Goes well');
    const nobodys = await raise(world.sponsor.agent, { title: 'Is nobody’s' });
    await to(nobodys.id, 'PLANNED');
    const promised = await owned('PLANNED', 'Was promised');
    await acts.promise(world.it.agent, promised.id, '2026-10-04');
    const late = await owned('PLANNED', 'Has a late task');
    await world.it.agent.ask('mutation ($input: AddTaskInput!) { addTask(input: $input) { id } }', {
      input: { title: 'Hidden work', painPointIds: [late.id], dueOn: '2026-10-03' },
    });
    await acts.task(world.it.agent, late.id, 'Ring the supplier', world.it.id, 'SHARED');
    const old = await raise(world.sponsor.agent, { title: 'Bleeds since long' });
    days(5);
    await meet();
    days(1);
    await world.it.agent.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
      input: { id: blocked.id, expectedVersion: 3, blocked: true, blockedReason: 'No key to the room.' },
    });
    const cheap = await raise(world.sponsor.agent, { title: 'New', directCostPerWeek: 1 });
    const dear = await raise(world.otherSponsor.agent, { title: 'New and dear', directCostPerWeek: 900 });
    house.clock.advance(1);
    const { count, items } = await walk();
    const said = items.map(({ card, reasons, daysInStage, toDecide }) => [card.key, reasons, daysInStage, toDecide]);
    expect(said).toEqual([
      [waiting.key, ['CHECKING_TOO_LONG'], 6, 'Sara Sponsor, is it fixed? It has waited 6 days for your word.'],
      [blocked.key, ['BLOCKED'], 6, 'Who clears this, and by when: No key to the room.'],
      [
        promised.key,
        ['OVERDUE'],
        6,
        'Sara Sponsor was promised 4 October, and that has passed: which date is true now, and why?',
      ],
      [late.key, ['OVERDUE'], 6, 'An internal task is overdue: who finishes it, and by when?'],
      [nobodys.key, ['NO_OWNER'], 6, 'Nobody has it in hand: who takes it?'],
      [dear.key, ['NEW'], 0, 'Otto Sponsor has raised it: do we take it on, and who looks at it first?'],
      [cheap.key, ['NEW'], 0, 'Sara Sponsor has raised it: do we take it on, and who looks at it first?'],
    ]);
    const quiet = [fine.key, old.key];
    expect(items.filter(({ card }) => quiet.includes(card.key))).toEqual([]);
    expect(count).toBe(7);
    expect(items.find(({ card }) => card.key === late.key)?.nextTask).toEqual({ title: 'Ring the supplier' });
    expect(items.find(({ card }) => card.key === late.key)?.card.painPoint).toEqual({ id: late.id });
    // One that its sponsors may see is called by its name, before an internal one that is later still.
    await world.it.agent.ask('mutation ($input: AddTaskInput!) { addTask(input: $input) { id } }', {
      input: { title: 'Order a new gate', painPointIds: [late.id], dueOn: '2026-10-05', visibility: 'SHARED' },
    });
    const told = (await walk()).items.find(({ card }) => card.key === late.key);
    expect(told?.toDecide).toBe('“Order a new gate” is overdue: who finishes it, and by when?');
  });

  it('keep a card that was dealt with on the walk, as it stands now, for whoever comes later', async () => {
    const loose = await raise(world.sponsor.agent, { title: 'Was loose' });
    await to(loose.id, 'PLANNED');
    const { id: meetingId } = await meetings.start(world.it.agent);
    const found = async () => (await walk()).items.find(({ card }) => card.key === loose.key);
    expect((await found())?.reasons).toEqual(['NO_OWNER']);
    await meetings.present(world.it.agent, { meetingId, step: 'WALK', painPointId: loose.id });
    const before = (await walk()).count;
    await to(loose.id, 'FIXED');
    const { count, items } = await walk();
    expect(count).toBe(before - 1);
    expect(items[0]).toMatchObject({ card: { key: loose.key, stage: 'Fixed' }, reasons: [], toDecide: '' });
    await meetings.present(world.it.agent, { meetingId, step: 'DECISIONS' });
    expect((await found())?.reasons).toEqual([]);
    await meetings.end(world.it.agent, meetingId);
  });

  it('keep a card on the walk of a screen that has been to it by itself, and on no other', async () => {
    const loose = await raise(world.sponsor.agent, { title: 'Looked at alone' });
    await to(loose.id, 'PLANNED');
    const found = async (also: string) => {
      const asked = WALK.replace('walk', `walk${also}`);
      const { walk: told } = await look<{ walk: { items: Item[] } }>(asked);
      return told.items.find(({ card }) => card.key === loose.key);
    };
    expect((await found(''))?.reasons).toEqual(['NO_OWNER']);
    await to(loose.id, 'FIXED');
    expect(await found('')).toBeUndefined();
    expect(await found(`(also: ["${loose.id}"])`)).toMatchObject({ card: { stage: 'Fixed' }, reasons: [] });
    expect(await found('(also: ["of-no-card"])')).toBeUndefined();
    const many = JSON.stringify(Array.from({ length: 101 }, () => loose.id));
    await expect(found(`(also: ${many})`)).rejects.toThrow('At most 100 pain points can be named here.');
  });

  it('say what is older than usual by what left the stage of late, or by a rule while too few have', async () => {
    const cards = [];
    for (let at = 0; at < 10; at += 1) cards.push(await owned('TREATING', `Usual ${at}`));
    const slow = await owned('TREATING', 'Slow');
    days(13);
    expect((await walk()).items).toEqual([]);
    days(2);
    const byRule = (await walk()).items;
    expect(byRule).toHaveLength(11);
    expect(byRule[0]).toMatchObject({ reasons: ['AGEING'], daysInStage: 15, usualDays: 14, usualIsFallback: true });
    expect(byRule[0]?.toDecide).toBe('It has been in Treating for 15 days: what holds it up, or do we stop it?');
    for (const { id } of cards) await to(id, 'CHECKING');
    house.clock.advance(1);
    const known = (await walk()).items;
    expect(known).toEqual([]);
    days(1);
    const [older] = (await walk()).items;
    expect(older).toMatchObject({
      card: { key: slow.key },
      reasons: ['AGEING'],
      daysInStage: 16,
      usualDays: 15,
      usualCases: 10,
      usualIsFallback: false,
      toDecide: 'It has been in Treating for 16 days, and most leave within 15: what holds it up?',
    });
  });

  it('count an age on where a move was taken back', async () => {
    const { id } = await owned('TREATING', 'Moved by mistake');
    days(20);
    const { changeId } = await to(id, 'PLANNED');
    await acts.undo(world.it.agent, changeId);
    expect((await walk()).items).toMatchObject([{ reasons: ['AGEING'], daysInStage: 20 }]);
  });

  it('name of a stage that holds too much those that have been there longest', async () => {
    await world.lead.agent.ask('mutation ($input: UpdateStageInput!) { updateStage(input: $input) { id } }', {
      input: { id: world.stage('TREATING'), wipLimit: 2 },
    });
    const first = await owned('TREATING', 'First');
    days(1);
    for (const title of ['Second', 'Third']) await owned('TREATING', title);
    expect((await walk()).items).toMatchObject([
      {
        card: { key: first.key },
        reasons: ['OVER_WIP'],
        toDecide: 'Treating holds 3 where 2 should be: do we finish this one first, or put it back?',
      },
    ]);
  });

  it('tell each win with the words before, what was done, what it gives back and whom to thank', async () => {
    await meet();
    days(1);
    const { id } = await raise(world.sponsor.agent, {
      title: 'Slow form',
      description: 'I wait and wait.',
      directCostPerWeek: 200,
    });
    await acts.own(world.it.agent, id, world.it.id);
    await to(id, 'TREATING');
    await acts.finish(world.it.agent, await acts.task(world.it.agent, id, 'A faster query', world.it.id, 'SHARED'));
    await acts.finish(world.it.agent, await acts.task(world.it.agent, id, 'Hush, a hidden one', world.it.id));
    await to(id, 'CHECKING');
    await acts.answer(world.sponsor.agent, id, true, 'Now I do not even sit down.');
    const record = (input: object) =>
      world.it.agent.ask<{ recordWin: { id: string } }>(
        'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }',
        { input: { painPointIds: [id], ...input } },
      );
    const measured = { measure: 'Seconds to open', unit: 's', before: 40, after: 10 };
    const { recordWin } = await record({ headline: 'It opens at once', ...measured, thanksIds: [world.it.id] });
    await record({ headline: 'Not told yet', publish: false });
    await world.it.agent.ask(
      'mutation ($winId: ID!, $id: ID!) { quoteInWin(winId: $winId, painPointId: $id) { id } }',
      {
        winId: recordWin.id,
        id,
      },
    );
    house.clock.advance(1);
    const wins = () =>
      look<{ wins: unknown[] }>(
        `wins { headline measure unit before after givesBackPerWeek givesBackIsEstimate wordsBefore wordsBeforeBy wordsAfter
          wordsAfterBy done thanks cards { key } win { id } }`,
      );
    expect((await wins()).wins).toEqual([
      {
        headline: 'It opens at once',
        ...measured,
        givesBackPerWeek: 150,
        givesBackIsEstimate: true,
        wordsBefore: 'I wait and wait.',
        wordsBeforeBy: 'Sara Sponsor',
        wordsAfter: 'Now I do not even sit down.',
        wordsAfterBy: 'Sara Sponsor',
        done: ['A faster query'],
        thanks: ['Ivo Itman'],
        cards: [{ key: expect.any(String) }],
        win: { id: recordWin.id },
      },
    ]);
    await meet();
    days(1);
    expect((await wins()).wins).toEqual([]);
  });

  it('tell the words of an interview by whoever spoke them, also where a merge brought them to another’s card', async () => {
    await meet();
    const actor = { personId: world.it.id, role: world.it.role };
    const quoted = async (text: string, personId: string | null) => {
      const { id } = await raise(world.sponsor.agent, { description: 'I wait and wait.' });
      const said = { heldOn: '2026-09-30', quotes: [{ text, personId }] };
      const { quotes } = await house.get(RecordInterview).run(actor, said);
      const quoteIds = quotes.map((quote) => quote.id);
      await house.get(UnitOfWork).run((within) => house.get(StoredLinks).linkQuotes(within, id, quoteIds));
      return id;
    };
    const merged = await quoted('We print it at home.', world.otherSponsor.id);
    const home = await raise(world.sponsor.agent, { description: 'I wait and wait.' });
    await acts.merge(world.it.agent, merged, home.id);
    const nobodys = await quoted('It is always like that.', null);
    house.clock.advance(1);
    await acts.win(world.it.agent, home.id, 'Told by another');
    house.clock.advance(1);
    await acts.win(world.it.agent, nobodys, 'Told by nobody');
    house.clock.advance(1);
    expect((await look<{ wins: object[] }>('wins { headline wordsBefore wordsBeforeBy }')).wins).toEqual([
      { headline: 'Told by another', wordsBefore: 'We print it at home.', wordsBeforeBy: 'Otto Sponsor' },
      { headline: 'Told by nobody', wordsBefore: 'It is always like that.', wordsBeforeBy: null },
    ]);
  });

  it('offer what bleeds by its score, and plan what is chosen in one act', async () => {
    const dueOn = dayAfter(house.clock.now().slice(0, 10), 14);
    const small = await raise(world.sponsor.agent, { directCostPerWeek: 500, effortDays: 1 });
    const best = await raise(world.sponsor.agent, { directCostPerWeek: 900, effortDays: 1 });
    const big = await raise(world.sponsor.agent, { directCostPerWeek: 900, effortDays: 20 });
    await raise(world.sponsor.agent, { directCostPerWeek: 900 });
    await raise(world.sponsor.agent, { directCostPerWeek: 0, peopleAffected: 0, effortDays: 1 });
    const planned = await raise(world.sponsor.agent, { directCostPerWeek: 900, effortDays: 1 });
    await to(planned.id, 'PLANNED');
    const candidates = async () =>
      (
        await look<{ candidates: { key: string; quadrant: string; score: number }[] }>(
          'candidates { key quadrant score }',
        )
      ).candidates;
    expect(await candidates()).toEqual([
      { key: best.key, quadrant: 'QUICK_WIN', score: 900 },
      { key: small.key, quadrant: 'QUICK_WIN', score: 500 },
      { key: big.key, quadrant: 'BIG_FIX', score: 45 },
    ]);
    const choose = (input: object) =>
      world.lead.agent.answer<{ chooseQuickWin: { painPoint: object; changeIds: string[] } }>(
        `mutation ($input: ChooseQuickWinInput!) { chooseQuickWin(input: $input) {
          changeIds painPoint { stage { category } owner { id } commitment { dueOn by { id } } }
        } }`,
        { input },
      );
    const before = await house.everything();
    const wrong = [
      [{ ownerId: world.sponsor.id, dueOn }, 'ownerId'],
      [{ ownerId: world.it.id, dueOn: '2026-09-20' }, 'dueOn'],
    ] as const;
    for (const [given, field] of wrong) {
      const { errors } = await choose({ painPointId: best.id, ...given });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
    const { errors: again } = await choose({ painPointId: planned.id, ownerId: world.it.id, dueOn });
    expect(again[0]?.extensions?.field).toBe('painPointId');
    expect(await house.everything()).toEqual(before);
    const input = { painPointId: best.id, ownerId: world.it.id, dueOn, idempotencyKey: 'once' };
    const { data } = await choose(input);
    expect(data?.chooseQuickWin.painPoint).toEqual({
      stage: { category: 'PLANNED' },
      owner: { id: world.it.id },
      commitment: { dueOn, by: { id: world.it.id } },
    });
    expect((await choose(input)).data).toEqual(data);
    expect((await candidates()).map(({ key }) => key)).toEqual([small.key, big.key]);
    for (const changeId of data?.chooseQuickWin.changeIds ?? []) await acts.undo(world.lead.agent, changeId);
    expect((await candidates())[0]?.key).toBe(best.key);
  });

  it('chooses a quick win that is promised already: the same date stays, another one needs a reason', async () => {
    const promised = async () => {
      const { id } = await raise(world.sponsor.agent, { directCostPerWeek: 900, effortDays: 1 });
      await acts.promise(world.lead.agent, id, '2027-01-15');
      return id;
    };
    const choose = async (painPointId: string, given: object) => {
      const input = { painPointId, ownerId: world.it.id, ...given };
      return world.lead.agent.answer<{ chooseQuickWin: { commitmentId: string | null; painPoint: object } }>(
        `mutation ($input: ChooseQuickWinInput!) { chooseQuickWin(input: $input) {
          commitmentId painPoint { commitments { id dueOn reason } }
        } }`,
        { input },
      );
    };
    const kept = (await choose(await promised(), { dueOn: '2027-01-15' })).data?.chooseQuickWin;
    expect(kept).toMatchObject({ commitmentId: null, painPoint: { commitments: [{ dueOn: '2027-01-15' }] } });
    const other = await promised();
    const { errors } = await choose(other, { dueOn: '2027-01-22' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' });
    const moved = (await choose(other, { dueOn: '2027-01-22', reason: 'The part comes later.' })).data?.chooseQuickWin;
    expect(moved?.painPoint).toMatchObject({
      commitments: [
        { dueOn: '2027-01-15' },
        { id: moved?.commitmentId, dueOn: '2027-01-22', reason: 'The part comes later.' },
      ],
    });
  });

  it('can be ordered, timed and switched off for a board, also while its meeting runs', async () => {
    const steps = ['WALK', 'SINCE_LAST', 'WINS', 'COMMITMENTS', 'QUICK_WINS', 'DECISIONS'].map((kind, at) => ({
      kind,
      on: kind !== 'WINS',
      minutes: at + 2,
    }));
    const { id } = await meetings.start(world.it.agent);
    await meetings.present(world.it.agent, { meetingId: id, step: 'WINS' });
    const arrange = (given: object[]) =>
      world.it.agent.answer<{ updateAgenda: object }>(
        'mutation ($input: UpdateAgendaInput!) { updateAgenda(input: $input) { boardId steps { kind on minutes } } }',
        { input: { boardId: world.boardId, steps: given } },
      );
    expect((await arrange(steps)).data?.updateAgenda).toEqual({ boardId: world.boardId, steps });
    const { agenda } = await world.viewer.agent.ask<{ agenda: object }>(
      '{ agenda { boardId steps { kind on minutes } } }',
    );
    expect(agenda).toEqual({ boardId: world.boardId, steps });
    const now = await meetings.read(world.viewer.agent, id);
    expect(now?.steps.map(({ kind }) => kind)).toEqual([
      'WALK',
      'SINCE_LAST',
      'COMMITMENTS',
      'QUICK_WINS',
      'DECISIONS',
    ]);
    expect(now?.position.step).toBe('COMMITMENTS');
    const offAgenda = await world.it.agent.answer(
      'mutation ($input: PresentStepInput!) { presentStep(input: $input) { id } }',
      { input: { meetingId: id, step: 'WINS' } },
    );
    expect(offAgenda.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'step' });
    for (const wrong of [steps.slice(1), [...steps.slice(1), steps[1]], steps.map((one) => ({ ...one, on: false }))]) {
      expect((await arrange(wrong as object[])).errors[0]?.extensions?.field).toBe('steps');
    }
    await meetings.end(world.it.agent, id);
    expect((await meetings.start(world.it.agent)).steps[0]).toMatchObject({ kind: 'WALK', minutes: 2 });
  });
});
