import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { LeaveMails, MarkBounces, TakeMail } from '@stanch/notifications';
import { Credentials } from '@stanch/people';
import { AnswerByLink, KeepCommitments } from '@stanch/sponsorship';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { newBrowser } from '../support/caught-pushes.js';
import { startWorld } from '../support/world.js';
import { good, type Things } from './good-requests.js';

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
const mutations = schema.getMutationType()?.getFields() ?? {};

/** Longer than any text that Stanch takes. */
const ENDLESS = 'x'.repeat(60_000);

/** More than any request may name. */
const TOO_MANY = Array.from({ length: 5_000 }, (_, at) => `id ${at}`);

/** Held by specs of their own, or nothing in them can be wrong. */
const elsewhere = new Set([
  ...['startWorkspace', 'signIn', 'signOut', 'openDemo', 'leaveDemo', 'signInToDemo', 'revokeApiToken'],
  ...['markNotificationsRead', 'sendMailAgain', 'sendFailedMailsAgain', 'previewImport', 'runImport', 'cancelImport'],
]);

/** The values that are wrong for a field of the schema, whatever it is called. */
function spoiltFor(type: GraphQLInputType, needed = false): unknown[] {
  if (isNonNullType(type)) return [undefined, null, ...spoiltFor(type.ofType, true)];
  if (isListType(type)) {
    const element = isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType;
    return [
      ...(needed ? [[]] : []),
      [null],
      TOO_MANY,
      ...spoiltFor(element as GraphQLInputType).map((value) => [value]),
    ];
  }
  if (isEnumType(type)) return ['NONSENSE'];
  if (isInputObjectType(type)) return ['text'];
  switch (type.name) {
    case 'String':
      return [ENDLESS, 7, ...(needed ? ['', ' \n '] : [])];
    case 'ID':
      return ['no such thing', ''];
    case 'Int':
      return [-1, 2_147_483_647, 2_147_483_648, 1.5, 'five'];
    case 'Float':
      return [-1, 1e15, 'five'];
    case 'Boolean':
      return ['maybe'];
    default:
      return ['2026-02-30', '30.11.2026', '', 7];
  }
}

interface Case {
  mutation: string;
  field: string;
  /** Whether it stands in the input object rather than as an argument. */
  inside: boolean;
  value: unknown;
  names: boolean;
}

function casesOf(mutation: string): Case[] {
  return (mutations[mutation]?.args ?? []).flatMap((argument) => {
    const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type;
    const fields: [GraphQLArgument | GraphQLInputField, boolean][] = isInputObjectType(type)
      ? Object.values(type.getFields()).map((field) => [field, true])
      : [[argument, false]];
    return fields.flatMap(([{ name, type: given, defaultValue }, inside]) =>
      (name === 'idempotencyKey' ? [ENDLESS] : spoiltFor(given))
        .filter((value) => !(value === undefined && defaultValue !== undefined))
        .map((value) => ({ mutation, field: name, inside, value, names: name === 'idempotencyKey' || !isId(given) })),
    );
  });
}

function isId(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return isId(type.ofType as GraphQLInputType);
  return 'name' in type && type.name === 'ID';
}

describe('a request that cannot be right', () => {
  let house: House;
  let things: Things;

  beforeAll(async () => {
    house = await House.open();
    const world = await startWorld(house.url);
    const [card, other, checking, parked] = await Promise.all([1, 2, 3, 4].map(() => raise(world.sponsor.agent)));
    const it_ = world.it.agent;
    const today = house.clock.now().slice(0, 10);
    await acts.promise(it_, card?.id ?? '', today);
    house.clock.advance(86_400_000);
    await house.get(KeepCommitments).breakPast();
    await acts.promise(it_, other?.id ?? '', house.clock.now().slice(0, 10));
    const { changeId } = await move(it_, { id: other?.id ?? '', toStageId: world.stage('TREATING') });
    await move(it_, { id: checking?.id ?? '', toStageId: world.stage('CHECKING') });
    await acts.close(it_, parked?.id ?? '', 'PARKED', 'Not now.');
    const task = await acts.task(it_, card?.id ?? '', 'Look at it');
    await acts.win(it_, card?.id ?? '', 'A little better', false);
    await acts.win(it_, card?.id ?? '', 'Much better');
    const { addStage } = await world.lead.agent.ask<{ addStage: { stages: { id: string; name: string }[] } }>(
      'mutation ($input: AddStageInput!) { addStage(input: $input) { stages { id name } } }',
      { input: { boardId: world.boardId, name: 'Spare', category: 'PLANNED' } },
    );
    const { invitePeople } = await world.lead.agent.ask<{ invitePeople: { id: string }[] }>(
      'mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { id } }',
      { input: { people: [{ name: 'Wim Waiting', email: 'wim@example.com' }] } },
    );
    await house.get(TakeMail).run(Buffer.from('From: somebody@example.com\r\n\r\nHello'));
    await house.get(MarkBounces).run({ personId: world.viewer.id, address: world.viewer.email }, 'No such mailbox');
    const { addWebhook } = await world.lead.agent.ask<{ addWebhook: { webhook: { id: string } } }>(
      'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { webhook { id } } }',
      { input: { name: 'Team', url: 'http://127.0.0.1:9/', template: 'JSON', events: ['WIN'] } },
    );
    const { id: meetingId } = await meetings.start(it_);
    const browser = newBrowser();
    const { switchPushOn } = await world.sponsor.agent.ask<{ switchPushOn: { id: string } }>(
      'mutation ($input: SwitchPushOnInput!) { switchPushOn(input: $input) { id } }',
      { input: browser },
    );
    const { makeProjectorLink, openRemote } = await world.lead.agent.ask<{
      makeProjectorLink: { url: string; link: { id: string } };
      openRemote: { code: string };
    }>(
      'mutation ($id: ID!) { makeProjectorLink(name: "Room 1") { url link { id } } openRemote(meetingId: $id) { code } }',
      { id: meetingId },
    );
    things = {
      meetingId,
      projectorLinkId: makeProjectorLink.link.id,
      projectorToken: makeProjectorLink.url.split('/projector/')[1] ?? '',
      remoteCode: openRemote.code,
      decisionId: await meetings.decide(it_, { meetingId, text: 'It goes on.' }),
      actionId: await meetings.give(it_, { meetingId, title: 'Write it up' }),
      world,
      cardId: card?.id ?? '',
      otherCardId: other?.id ?? '',
      checkingId: checking?.id ?? '',
      parkedId: parked?.id ?? '',
      taskId: task.id,
      winId: house.rows<{ id: string }>('select id from win where published_at is null')[0]?.id ?? '',
      brokenId: house.rows<{ id: string }>("select id from commitment where state = 'BROKEN'")[0]?.id ?? '',
      promiseId: house.rows<{ id: string }>("select id from commitment where state = 'OPEN'")[0]?.id ?? '',
      publishedWinId: house.rows<{ id: string }>('select id from win where published_at is not null')[0]?.id ?? '',
      stageId: addStage.stages.find(({ name }) => name === 'Spare')?.id ?? '',
      changeId,
      answerToken: (await house.get(AnswerByLink).tokenFor(checking?.id ?? '', world.sponsor.id)) ?? '',
      signInToken: await house.get(Credentials).makeLink(world.sponsor.email),
      invitedId: invitePeople[0]?.id ?? '',
      webhookId: addWebhook.webhook.id,
      bouncedId: world.viewer.id,
      browser,
      deviceId: switchPushOn.id,
      incomingId: house.rows<{ id: string }>('select id from incoming_mail')[0]?.id ?? '',
      unsubscribeToken:
        house
          .get(LeaveMails)
          .tokenFor({ personId: world.sponsor.id, painPointId: null, kind: 'moved', part: 'raiser' }) ?? '',
    };
  });
  afterAll(async () => {
    await things.world.leave();
    await house.close();
  });

  const send = ({ mutation, field, inside, value }: Case) => {
    const { as, given } = good[mutation]?.(things) ?? { as: things.world.anyone, given: {} };
    const spoilt = inside
      ? { ...given, input: { ...(given['input'] as object), [field]: value } }
      : { ...given, [field]: value };
    const { args = [], type } = mutations[mutation] ?? {};
    const typeName = String(type);
    const selection = /^(Boolean|String|ID)/.test(typeName) ? '' : '{ __typename }';
    const query = `mutation (${args.map((one) => `$${one.name}: ${String(one.type)}`).join(', ')}) {
      ${mutation}(${args.map((one) => `${one.name}: $${one.name}`).join(', ')}) ${selection}
    }`;
    return as.answer(query, spoilt);
  };

  it('is known for every mutation of the schema', () => {
    expect([...Object.keys(good), ...elsewhere].sort()).toEqual(Object.keys(mutations).sort());
  });

  it.each(Object.keys(good))(
    'is refused by %s with the name of the field at fault, and leaves nothing',
    async (mutation) => {
      const before = await house.everything();
      const wrong: object[] = [];
      for (const one of casesOf(mutation)) {
        const { errors, code } = await send(one);
        const field = errors[0]?.extensions?.field;
        const refused = code === 'BAD_USER_INPUT' ? field === one.field : code === 'NOT_FOUND' && !one.names;
        const value = JSON.stringify(one.value)?.slice(0, 30);
        if (!refused)
          wrong.push({ field: one.field, value, code, named: field, says: errors[0]?.message.slice(0, 120) });
      }
      expect(wrong).toEqual([]);
      expect(await house.everything()).toEqual(before);
    },
  );
});
