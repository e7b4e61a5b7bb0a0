import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock, RandomIds } from '@stanch/kernel';
import {
  Credentials,
  Invitations,
  peopleEntities,
  peopleMigrations,
  People,
  Person,
  Role,
  WorkspaceSettings,
} from '@stanch/people';
import { discoveryEntities, discoveryMigrations } from '@stanch/discovery';
import {
  Configuration,
  DomainEvents,
  insertRows,
  Live,
  migrate,
  openDatabase,
  Outbox,
  Platform202611231500,
  SignedLinks,
  UnitOfWork,
} from '@stanch/platform';
import {
  Board,
  ReadBoard,
  ReadLinked,
  ReadPainPoints,
  Remediation202611231530,
  remediationEntities,
  SponsorLinks,
  Stage,
  StageCategory,
} from '@stanch/remediation';
import {
  AnswerByLink,
  ConfirmationRequest,
  MutePainPoint,
  Sponsors,
  Sponsorship,
  Sponsorship202611231540,
  Sponsorship202611232355,
  Sponsorship202611240320,
  Sponsorship202611250310,
  sponsorshipEntities,
  SponsorshipReason,
  StoredConfirmations,
  StoredRequests,
} from '@stanch/sponsorship';
import { BundleMails } from './application/bundle-mails.js';
import { EncloseFiles } from './application/enclose-files.js';
import { FindVoice } from './application/find-voice.js';
import { LeaveMails } from './application/leave-mails.js';
import { MarkBounces } from './application/mark-bounces.js';
import { TellInApp } from './application/tell-in-app.js';
import { TellLeads } from './application/tell-leads.js';
import { ReplyAddresses } from './email/reply-addresses.js';
import { PreviewMails } from './application/preview-mails.js';
import { ReadSurroundings } from './application/read-surroundings.js';
import { SendMailAgain } from './application/send-mail-again.js';
import { SendMails } from './application/send-mails.js';
import { TellPeople } from './application/tell-people.js';
import { Mail } from './domain/mail.js';
import { Notification } from './domain/notification.js';
import { Push } from './domain/push.js';
import type { Channel, Choice, EventGroup } from './domain/preferences.js';
import { MailServer } from './email/mail-server.js';
import type { NotificationSettingsRow, NotificationTables } from './persistence/tables.js';
import { notificationsEntities } from './persistence/mappings.js';
import { Notifications202611231700 } from './persistence/migrations/202611231700-notifications.js';
import { Notifications202611232035 } from './persistence/migrations/202611232035-preferences.js';
import { Notifications202611250210 } from './persistence/migrations/202611250210-languages.js';
import { StoredChoices } from './persistence/stored-choices.js';
import { Notifications202611240340 } from './persistence/migrations/202611240340-digest.js';
import { Notifications202611240240 } from './persistence/migrations/202611240240-digest-left.js';
import { Notifications202611250100 } from './persistence/migrations/202611250100-push.js';
import { Notifications202611252100 } from './persistence/migrations/202611252100-promises-told.js';
import { StoredPushDevices } from './persistence/stored-push-devices.js';
import { StoredPromises } from './persistence/stored-promises.js';
import { StoredPushes } from './persistence/stored-pushes.js';
import { StoredDigestItems } from './persistence/stored-digest-items.js';
import { StoredMails } from './persistence/stored-mails.js';
import { StoredNotices } from './persistence/stored-notices.js';
import { StoredReach } from './persistence/stored-reach.js';

/** The moment at which every spec of this part begins. */
export const START = '2026-11-23T10:00:00.000Z';

/** A pain point as far as a spec needs it. */
export interface Card {
  readonly id: string;
  readonly key: string;
}

const STAGES = Object.values(StageCategory);

/** Little patience, so that a server that says nothing costs a spec no time. */
/** What these mails do without. */
const NOT_HERE = { run: () => Promise.reject(new Error('This is not here.')) } as never;
const PATIENCE = { connect: 300, silence: 300, whole: 2_000 };

/** This part on a real database with its neighbours, a mail server by its address, and a clock that the spec moves. */
export async function openNotifications(smtpUrl: string | undefined, windowSeconds = 120) {
  const folder = mkdtempSync(join(tmpdir(), 'stanch-notifications-'));
  const contents = {
    entities: [
      ...peopleEntities,
      ...discoveryEntities,
      ...remediationEntities,
      ...sponsorshipEntities,
      ...notificationsEntities,
    ],
    migrations: [
      Platform202611231500,
      ...peopleMigrations,
      ...discoveryMigrations,
      Remediation202611231530,
      Sponsorship202611231540,
      Notifications202611231700,
      Notifications202611232035,
      Sponsorship202611232355,
      Notifications202611240240,
      Sponsorship202611240320,
      Sponsorship202611250310,
      Notifications202611240340,
      Notifications202611250210,
      Notifications202611250100,
      Notifications202611252100,
    ],
  };
  const configuration = new Configuration({
    DATABASE_URL: `sqlite:${folder}/notifications.db`,
    PORT: '0',
    MAIL_FROM: 'Stanch <stanch@mail.example.com>',
    MAIL_WINDOW_SECONDS: String(windowSeconds),
  });
  const orm = await openDatabase(configuration.databaseFile, contents);
  await migrate(orm, contents);

  const clock = new FixedClock(START);
  const ids = new RandomIds();
  const events = new DomainEvents();
  const unitOfWork = new UnitOfWork(orm, clock, ids, events);
  const settings = new WorkspaceSettings(unitOfWork);
  const people = new People(unitOfWork);
  const requests = new StoredRequests(unitOfWork);
  const painPoints = new ReadPainPoints(unitOfWork, settings, new SponsorLinks(), clock);
  const answers = new AnswerByLink(
    new SignedLinks(configuration, clock),
    requests,
    new StoredConfirmations(unitOfWork),
    people,
    painPoints,
    NOT_HERE,
  );
  const choices = new StoredChoices();
  const leaves = new LeaveMails(
    new SignedLinks(configuration, clock),
    people,
    painPoints,
    new Sponsors(unitOfWork),
    new MutePainPoint(unitOfWork),
    choices,
    new StoredMails(),
    new StoredPushes(unitOfWork),
    unitOfWork,
    clock,
  );
  const preview = new PreviewMails(
    settings,
    configuration,
    answers,
    new Credentials(unitOfWork, clock, ids, configuration),
    new Invitations(unitOfWork, new SignedLinks(configuration, clock)),
    leaves,
    new FindVoice(settings, choices, unitOfWork),
    new EncloseFiles(NOT_HERE, NOT_HERE),
  );
  const live = new Live();
  const open = (url: string | undefined) =>
    new SendMails(
      new MailServer(url, configuration.mailFrom, PATIENCE),
      new StoredMails(),
      new BundleMails(unitOfWork, new StoredMails(), new StoredNotices(), configuration, ids, clock),
      preview,
      choices,
      new ReplyAddresses(configuration, new SignedLinks(configuration, clock)),
      new MarkBounces(
        unitOfWork,
        choices,
        people,
        new TellLeads(people, new TellInApp(new StoredNotices(), live, ids), ids, clock),
        clock,
      ),
      people,
      unitOfWork,
      clock,
    );
  const sendMails = open(smtpUrl);
  const devices = new StoredPushDevices(unitOfWork);
  const pushes = new StoredPushes(unitOfWork);
  /** What is pushed waits here; that it is sent is for the specs of the whole. */
  const sendPushes = { wake: () => undefined } as never;
  const tellPeople = new TellPeople(
    new Outbox(unitOfWork, events, clock, configuration),
    unitOfWork,
    new ReadSurroundings(
      painPoints,
      new ReadBoard(unitOfWork, settings, clock),
      new ReadLinked(unitOfWork),
      new Sponsors(unitOfWork),
      requests,
      new StoredConfirmations(unitOfWork),
      people,
      { told: () => Promise.reject(new Error('Nobody meets here.')) } as never,
    ),
    new StoredNotices(),
    new StoredReach(settings),
    new StoredDigestItems(),
    devices,
    pushes,
    new StoredPromises(),
    open(undefined),
    sendPushes,
    live,
    ids,
    clock,
    configuration,
  );

  const boardId = ids.next();
  await unitOfWork.run(async ({ em }) => {
    em.persist(Board.make({ id: boardId, name: 'Board', keyPrefix: 'P', isDefault: true }));
    await em.flush();
    STAGES.forEach((category, at) =>
      em.persist(Stage.make({ id: category, boardId, name: category, category, wipLimit: null, position: `a${at}` })),
    );
  });
  let cards = 0;
  const raisers = new Map<string, string>();
  /** What sponsorship does in the transaction of the last move. */
  const ask = async ({ id: painPointId }: Card, stage: StageCategory | undefined) =>
    unitOfWork.run(async (transaction) => {
      const open = await requests.open(transaction, painPointId);
      const checked = stage === 'CHECKING' || stage === 'FIXED';
      for (const request of open) if (!checked) request.end(clock.now());
      if (!checked || open.length > 0) return;
      const round = (await requests.lastRound(transaction, painPointId)) + 1;
      const personId = raisers.get(painPointId) ?? '';
      const asked = { id: ids.next(), painPointId, personId, round, askedAt: clock.now() };
      transaction.em.persist(new ConfirmationRequest(asked));
    });

  return {
    clock,
    live,
    sendMails,
    sendAgain: new SendMailAgain(unitOfWork, people, sendMails, clock, ids, configuration),
    /** Another process on the same data. */
    restarted: () => open(smtpUrl),
    async person(name: string, role: Role = Role.SPONSOR): Promise<Person> {
      const email = `${name.toLowerCase()}@example.com`;
      const person = new Person({ id: ids.next(), name, email, role, createdAt: START });
      await unitOfWork.run(async ({ em }) => void em.persist(person));
      return person;
    },
    /** A pain point that the first of these raised and the others joined. */
    async card(raiser: Person, ...others: Person[]): Promise<Card> {
      cards += 1;
      const card = { id: ids.next(), key: `P-${cards}` };
      raisers.set(card.id, raiser.id);
      await unitOfWork.run(async ({ em }) => {
        await em.execute(
          `insert into pain_point (id, board_id, key, title, description, version, stage_id, rank, entered_stage_at, raised_at,
             confirmed, reopened_count, raiser_id, typed_by_id, tags, people_affected, hours_lost_per_person_per_week,
             direct_cost_per_week, blocked) values (?, ?, ?, ?, '', 1, 'BLEEDING', ?, ?, ?, false, 0, ?, ?, '[]', 0, 0, 0, false)`,
          [card.id, boardId, card.key, `Pain ${cards}`, `a${cards}`, START, START, raiser.id, raiser.id],
        );
        for (const { id: personId } of [raiser, ...others]) {
          const reason = personId === raiser.id ? SponsorshipReason.RAISED : SponsorshipReason.JOINED;
          em.persist(new Sponsorship({ painPointId: card.id, personId, reason, addedById: personId, at: START }));
        }
      });
      return card;
    },
    /** Tells of moves of a card by somebody, as one batch; its raiser is asked where it comes to be checked. */
    async moved(card: Card, by: Person, ...way: StageCategory[]): Promise<void> {
      await ask(card, way.at(-1));
      const happened = way.slice(1).map((to, at) => {
        const from = way[at] as StageCategory;
        const data = {
          painPointId: card.id,
          changeId: ids.next(),
          fromStageId: from,
          toStageId: to,
          fromStageName: from,
          toStageName: to,
          fromCategory: from,
          toCategory: to,
          enteredStageAt: clock.now(),
        };
        return { id: ids.next(), type: 'PainPointMoved', at: clock.now(), actorId: by.id, data };
      });
      await tellPeople.run(happened as never);
    },
    tell: (type: string, actorId: string | null, data: object, id = ids.next()) =>
      tellPeople.run([{ id, type, at: clock.now(), actorId, data }] as never),
    /** Tells of these events as one batch, as after a start anew. */
    happened: (...happened: object[]) => tellPeople.run(happened as never),
    /** What somebody set on their settings page. */
    async choose({ id }: Person, ...cells: [EventGroup, Channel, Choice][]): Promise<void> {
      await unitOfWork.run(({ em }) =>
        insertRows(
          em,
          'notification_preference',
          cells.map(([event_group, channel, choice]) => ({ person_id: id, event_group, channel, choice })),
        ),
      );
    },
    set: ({ id }: Person, settings: Partial<NotificationSettingsRow>) =>
      unitOfWork.run(({ em }) => insertRows(em, 'notification_settings', [{ person_id: id, ...settings }])),
    digestItems: () =>
      unitOfWork.read((em) =>
        em.getKysely<NotificationTables>().selectFrom('digest_item').selectAll().orderBy('at').execute(),
      ),
    /** A browser in which somebody is signed in and switched push on. */
    async device({ id: personId }: Person): Promise<string> {
      const id = ids.next();
      const times = { created_at: START, updated_at: START, expires_at: '2027-01-01T00:00:00.000Z' };
      const key = { endpoint: `https://push.example.com/${id}`, p256dh: '', auth: '', name: 'Firefox on Linux' };
      await unitOfWork.run(async ({ em }) => {
        await insertRows(em, 'session', [{ id, person_id: personId, token: id, ...times }]);
        await insertRows(em, 'push_device', [{ id, person_id: personId, session_id: id, ...key, added_at: START }]);
      });
      return id;
    },
    pushes: () => unitOfWork.read((em) => em.find(Push, {}, { orderBy: { id: 'asc' } })),
    mails: () => unitOfWork.read((em) => em.find(Mail, {}, { orderBy: { id: 'asc' } })),
    notifications: () => unitOfWork.read((em) => em.find(Notification, {}, { orderBy: { id: 'asc' } })),
    change: (work: (em: Parameters<Parameters<UnitOfWork['read']>[0]>[0]) => Promise<unknown>) =>
      unitOfWork.run(({ em }) => work(em)),
    async close() {
      await sendMails.beforeApplicationShutdown();
      await orm.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type NotificationsWorld = Awaited<ReturnType<typeof openNotifications>>;
