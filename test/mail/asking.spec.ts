import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { AskSponsors, AwaitAnswers } from '@stanch/sponsorship';
import { move, raise } from '../support/builders.js';
import { type CaughtMail, CaughtMails } from '../support/caught-mail.js';
import { House, MORNING } from '../support/house.js';
import { type Member, startWorld, type TestStage, type World } from '../support/world.js';
import { acts, outbox } from './hearing.js';

interface Asked {
  state: string;
  personName: string | null;
  title: string | null;
  answer: boolean | null;
}

interface Seen {
  stage: { category: string };
  confirmed: boolean;
  reopenedCount: number;
  confirmations: { fixed: boolean; words: string; howKnown: string | null; onBehalfBy: { id: string } | null }[];
  confirmationRequests: { person: { id: string }; open: boolean; remindedAt: string | null }[];
  history: { actor: { id: string } | null; field: string; from: string | null; to: string | null }[];
}

/** The whole app with a clock of its own, and a real mail server. */
describe('whoever feels a pain is asked whether it is gone', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url } });
    world = await startWorld(house.url);
  });
  beforeEach(() => house.clock.set(MORNING));
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  const to = (id: string, category: TestStage['category'], who: Member = world.it) =>
    move(who.agent, { id, toStageId: world.stage(category) });
  const later = (days: number) => house.clock.set(instantAfter(MORNING, days * MILLISECONDS_PER_DAY));
  const look = async () => {
    await house.get(AskSponsors).askMissing();
    await house.get(AwaitAnswers).remind();
    await house.get(AwaitAnswers).timeOut();
    await house.settled();
  };
  /** What somebody was mailed about a card. */
  const mailed = async (who: Member, key: string) => {
    await house.settled();
    return mails.to(who.email).filter(({ subject }) => subject?.startsWith(`[${key}]`));
  };
  const questions = async (who: Member, key: string) =>
    (await mailed(who, key)).filter(({ subject }) => subject?.includes('Is it fixed?'));
  const tokenIn = (mail: CaughtMail | undefined) => /\/answer\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? 'none';
  const asked = async (token: string) =>
    (
      await world.anyone.ask<{ askedByLink: Asked }>(
        'query ($token: String!) { askedByLink(token: $token) { state personName title answer } }',
        { token },
      )
    ).askedByLink;
  const answer = (token: string, fixed: boolean, words?: string, rating?: number) =>
    world.anyone.answer<{ answerByLink: Asked }>(
      'mutation ($input: AnswerByLinkInput!) { answerByLink(input: $input) { state answer } }',
      { input: { token, fixed, words, rating } },
    );
  const see = async (id: string) =>
    (
      await world.viewer.agent.ask<{ painPoint: Seen }>(
        `query ($id: ID!) { painPoint(id: $id) { stage { category } confirmed reopenedCount
          confirmations { fixed words howKnown onBehalfBy { id } } confirmationRequests { person { id } open remindedAt }
          history { actor { id } field from to } } }`,
        { id },
      )
    ).painPoint;
  /** A pain point of Sara, joined by Otto, of which IT says that it is done. */
  const inChecking = async (title: string) => {
    const card = await raise(world.sponsor.agent, { title });
    await acts.join(world.otherSponsor.agent, card.id);
    await to(card.id, 'CHECKING');
    return card;
  };

  it('by a mail with both answers, which are given without signing in, once, and never by looking', async () => {
    const { id, key } = await inChecking('The till freezes');
    const [question, ...more] = await questions(world.sponsor, key);
    expect([more, await questions(world.otherSponsor, key)]).toEqual([[], []]);
    const token = tokenIn(question);
    for (const form of [question?.text, question?.html || '']) {
      expect(form).toContain(`/answer/${token}?say=fixed`);
      expect(form).toContain(`/answer/${token}?say=bleeding`);
    }
    const looked = await world.anyone.request(`/answer/${token}?say=fixed`);
    expect([looked.status, await asked(token)]).toMatchObject([
      200,
      { state: 'OPEN', personName: world.sponsor.name, title: 'The till freezes' },
    ]);
    expect(await see(id)).toMatchObject({ stage: { category: 'CHECKING' }, confirmed: false });

    expect((await answer(token, true, 'At last', 5)).data?.answerByLink).toEqual({ state: 'ANSWERED', answer: true });
    expect(await see(id)).toMatchObject({
      stage: { category: 'FIXED' },
      confirmed: true,
      confirmations: [{ fixed: true, words: 'At last', onBehalfBy: null }],
    });
    const again = await answer(token, false, 'No, wait');
    expect([again.code, again.errors[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('already')]);
    expect((await see(id)).confirmed).toBe(true);
  });

  it('and no word but hers counts: links of others, changed ones and those a lead sees answer nothing', async () => {
    const { key, id } = await inChecking('The scanner eats every third page');
    const token = tokenIn((await questions(world.sponsor, key))[0]);
    const shown = (await outbox(world.lead.agent)).find(({ subject }) => subject.startsWith(`[${key}] Is it fixed?`));
    const forged = [`${token.slice(0, -8)}xxxxxxxx`, token.split('.')[0] ?? '', tokenIn(shown as never), 'none'];
    for (const link of forged) {
      expect([await asked(link), (await answer(link, true)).code]).toMatchObject([
        { state: 'DAMAGED', personName: null, title: null },
        'BAD_USER_INPUT',
      ]);
    }
    expect((await see(id)).stage.category).toBe('CHECKING');
  });

  it('“still bleeding” wins over a yes: with what still hurts it is treated again, and its owner hears at once', async () => {
    const { id, key } = await inChecking('Leave is asked for on paper');
    await acts.own(world.lead.agent, id, world.it.id);
    const ask = await world.lead.agent.answer(
      'mutation ($id: ID!, $who: [ID!]!) { askSponsors(painPointId: $id, personIds: $who) { id } }',
      { id, who: [world.otherSponsor.id] },
    );
    expect(ask.code).toBeUndefined();
    const sara = tokenIn((await questions(world.sponsor, key))[0]);
    const otto = tokenIn((await questions(world.otherSponsor, key))[0]);
    await answer(sara, true, 'Works for me');
    const silent = await answer(otto, false, ' ');
    expect([silent.code, silent.errors[0]?.extensions?.field]).toEqual(['BAD_USER_INPUT', 'words']);
    const { data } = await answer(otto, false, 'Finance still signs three papers');
    expect(data?.answerByLink).toEqual({ state: 'ANSWERED', answer: false });
    expect(await see(id)).toMatchObject({ stage: { category: 'TREATING' }, confirmed: false, reopenedCount: 1 });
    const toOwner = await mailed(world.it, key);
    expect(toOwner.at(-1)?.text).toContain('Finance still signs three papers');
  });

  it('reminds once after five days, and after ten lets it count as fixed, unconfirmed, without asking again', async () => {
    const { id, key } = await inChecking('Nobody answers the phone');
    await to((await inChecking('Another one, answered')).id, 'TREATING');
    later(4.9);
    await look();
    expect(await questions(world.sponsor, key)).toHaveLength(1);
    later(5);
    await look();
    await look();
    const [, reminder] = await questions(world.sponsor, key);
    expect(await questions(world.sponsor, key)).toHaveLength(2);
    later(9.9);
    await look();
    expect((await see(id)).stage.category).toBe('CHECKING');
    later(10);
    await look();
    await look();
    expect(await see(id)).toMatchObject({ stage: { category: 'FIXED' }, confirmed: false });
    expect((await see(id)).history.at(-1)).toMatchObject({ actor: null, from: expect.any(String) as string });
    expect(await questions(world.sponsor, key)).toHaveLength(2);
    expect((await mailed(world.sponsor, key)).at(-1)?.text).toContain('unconfirmed');

    later(29);
    expect((await asked(tokenIn(reminder))).state).toBe('OPEN');
    later(31);
    expect((await asked(tokenIn(reminder))).state).toBe('EXPIRED');
    expect((await answer(tokenIn(reminder), true)).errors[0]?.message).toContain('30 days');
  });

  it('is void once IT takes it up again, and asked anew when it comes back', async () => {
    const { id, key } = await inChecking('The lift stops between floors');
    const first = tokenIn((await questions(world.sponsor, key))[0]);
    await to(id, 'TREATING');
    expect((await asked(first)).state).toBe('MOVED_ON');
    await to(id, 'CHECKING');
    expect(await questions(world.sponsor, key)).toHaveLength(2);
    expect((await asked(first)).state).toBe('OPEN');
    await answer(first, true);
    expect((await see(id)).confirmed).toBe(true);
  });

  it('asks the others who can say so where the raiser has worked on it, and nobody who has', async () => {
    const { id, key } = await raise(world.it.agent, { title: 'The build is slow' });
    await acts.join(world.otherSponsor.agent, id);
    await acts.own(world.lead.agent, id, world.it.id);
    await to(id, 'CHECKING', world.lead);
    expect(await questions(world.it, key)).toEqual([]);
    expect(await questions(world.otherSponsor, key)).toHaveLength(1);
    const refused = await world.lead.agent.answer(
      'mutation ($id: ID!, $who: [ID!]!) { askSponsors(painPointId: $id, personIds: $who) { id } }',
      { id, who: [world.it.id] },
    );
    expect(refused.errors[0]?.message).toContain('worked on it');
  });

  it('asks of what came to checking without a move, at the next look, once', async () => {
    const stageId = world.stage('CHECKING');
    const { key } = await raise(world.it.agent, { raiserId: world.sponsor.id, stageId, title: 'Raised as done' });
    await look();
    await look();
    expect(await questions(world.sponsor, key)).toHaveLength(1);
  });

  it('takes a lead’s word for a sponsor only with how it is known, and marks it so for ever', async () => {
    const { id } = await inChecking('The printer is two floors up');
    const tell = (who: Member, input: object) =>
      who.agent.answer('mutation ($input: ConfirmFixedForInput!) { confirmFixedFor(input: $input) { id } }', {
        input: { painPointId: id, personId: world.sponsor.id, fixed: true, words: 'Fine now', ...input },
      });
    expect((await tell(world.it, { howKnown: 'On the phone' })).code).toBe('FORBIDDEN');
    expect((await tell(world.lead, { howKnown: ' ' })).errors[0]?.extensions?.field).toBe('howKnown');
    expect((await tell(world.lead, { personId: world.viewer.id, howKnown: 'Said so' })).code).toBe('FORBIDDEN');
    expect((await tell(world.lead, { howKnown: 'On the phone, today' })).code).toBeUndefined();
    const seen = await see(id);
    expect(seen).toMatchObject({
      confirmed: true,
      confirmations: [{ words: 'Fine now', howKnown: 'On the phone, today', onBehalfBy: { id: world.lead.id } }],
    });
    expect(seen.history.find(({ field }) => field === 'confirmedFor')).toMatchObject({
      actor: { id: world.lead.id },
      from: `${world.sponsor.name} (On the phone, today)`,
      to: 'Fixed: Fine now',
    });
  });

  it('and whoever was spoken for reads what was said in their name, while nobody reads that they said it themselves', async () => {
    const { id, key } = await inChecking('The cash drawer jams');
    await mailed(world.sponsor, key);
    mails.mails.length = 0;
    const bring = (input: object) =>
      world.lead.agent.ask('mutation ($input: ConfirmFixedForInput!) { confirmFixedFor(input: $input) { id } }', {
        input: { painPointId: id, personId: world.sponsor.id, howKnown: 'On the phone, today', ...input },
      });
    await bring({ fixed: true, words: 'Fine now' });
    const [toSara, ...more] = await mailed(world.sponsor, key);
    expect(more).toEqual([]);
    expect(toSara?.text).toMatch(
      /^Lea Lead says in your name that the pain that hurts you is fixed\.\s+> Fine now[\s\S]*On the phone, today/,
    );
    const [toOtto] = await mailed(world.otherSponsor, key);
    expect(toOtto?.text).toContain('is fixed: Sara Sponsor says so, in a word that Lea Lead brought.');

    mails.mails.length = 0;
    await bring({ fixed: false, words: 'It jams again' });
    expect((await mailed(world.sponsor, key)).map(({ text }) => text?.split('\n')[0])).toEqual([
      'Lea Lead says in your name that the pain that hurts you is still bleeding.',
    ]);
  });
});
