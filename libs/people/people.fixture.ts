import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock, instantOf, RandomIds } from '@stanch/kernel';
import {
  Configuration,
  DomainEvents,
  migrate,
  openDatabase,
  Platform202611231500,
  SignedLinks,
  UnitOfWork,
} from '@stanch/platform';
import { AddBusinessUnit } from './application/add-business-unit.js';
import { AddPerson } from './application/add-person.js';
import { CameIn } from './application/came-in.js';
import { ChangePassword } from './application/change-password.js';
import { CreateApiToken } from './application/create-api-token.js';
import { EnterAsGuest } from './application/enter-as-guest.js';
import { FindPeople } from './application/find-people.js';
import { IdentifyVisitor } from './application/identify-visitor.js';
import { OpenWorkspace } from './application/open-workspace.js';
import { RevokeApiToken } from './application/revoke-api-token.js';
import { SignIn } from './application/sign-in.js';
import { SignOut } from './application/sign-out.js';
import { StartWorkspace } from './application/start-workspace.js';
import { UpdatePerson } from './application/update-person.js';
import { UpdateWorkspace } from './application/update-workspace.js';
import type { Visitor } from './domain/visitor.js';
import { ApiTokenMapping } from './persistence/api-token.mapping.js';
import { ApiTokens } from './persistence/api-tokens.js';
import { BusinessUnitMapping } from './persistence/business-unit.mapping.js';
import { BusinessUnits } from './persistence/business-units.js';
import { Credentials } from './persistence/credentials.js';
import { GuestPassMapping } from './persistence/guest-pass.mapping.js';
import { GuestPasses } from './persistence/guest-passes.js';
import { HourlyCosts } from './persistence/hourly-costs.js';
import { InvitationMapping } from './persistence/invitation.mapping.js';
import { Invitations } from './persistence/invitations.js';
import { People202611231510 } from './persistence/migrations/202611231510-people.js';
import { People202611232030 } from './persistence/migrations/202611232030-working-week.js';
import { People202611240030 } from './persistence/migrations/202611240030-invitation.js';
import { People202611251201 } from './persistence/migrations/202611251201-hourly-cost.js';
import { People202611251901 } from './persistence/migrations/202611251901-currency-of-hour.js';
import { People202611251401 } from './persistence/migrations/202611251401-guest-pass.js';
import { People } from './persistence/people.js';
import { PersonMapping } from './persistence/person.mapping.js';
import { WorkspaceMapping } from './persistence/workspace.mapping.js';
import { WorkspaceSettings } from './persistence/workspace-settings.js';

export const PASSWORD = 'correct horse battery';

/** This part alone on a real database in a folder of its own, at a time that the spec moves. Nothing is faked. */
export async function openPeople() {
  const folder = mkdtempSync(join(tmpdir(), 'stanch-people-'));
  const contents = {
    entities: [
      WorkspaceMapping,
      BusinessUnitMapping,
      PersonMapping,
      ApiTokenMapping,
      InvitationMapping,
      GuestPassMapping,
    ],
    migrations: [
      Platform202611231500,
      People202611231510,
      People202611232030,
      People202611240030,
      People202611251201,
      People202611251401,
      People202611251901,
    ],
  };
  const configuration = new Configuration({ DATABASE_URL: `sqlite:${folder}/people.db`, PORT: '0' });
  const orm = await openDatabase(configuration.databaseFile, contents);
  await migrate(orm, contents);

  const clock = new FixedClock(instantOf(Date.now()));
  const ids = new RandomIds();
  const events = new DomainEvents();
  const unitOfWork = new UnitOfWork(orm, clock, ids, events);
  const people = new People(unitOfWork);
  const businessUnits = new BusinessUnits(unitOfWork);
  const settings = new WorkspaceSettings(unitOfWork);
  const credentials = new Credentials(unitOfWork, clock, ids, configuration);
  const apiTokens = new ApiTokens(unitOfWork, clock);
  const passes = new GuestPasses(unitOfWork, clock, people, configuration);
  const identifyVisitor = new IdentifyVisitor(clock, credentials, apiTokens, passes, configuration);
  const guests = new EnterAsGuest(unitOfWork, passes, identifyVisitor, ids, clock);
  const hourlyCosts = new HourlyCosts(unitOfWork, ids);
  const openWorkspace = new OpenWorkspace(unitOfWork, clock, ids, settings, hourlyCosts);
  const startWorkspace = new StartWorkspace(unitOfWork, ids, settings, openWorkspace, credentials);

  const cookieOf = (cookies: readonly string[]) => cookies[0]?.split(';')[0] ?? '';
  const visitorOf = async (cookie: string): Promise<Visitor | null> =>
    identifyVisitor.run(identifyVisitor.proofOf({ cookie }));
  const invitations = new Invitations(unitOfWork, new SignedLinks(configuration, clock));
  const signIn = new SignIn(clock, credentials, people, new CameIn(unitOfWork, invitations, clock));

  return {
    clock,
    events,
    unitOfWork,
    people,
    settings,
    credentials,
    apiTokens,
    identifyVisitor,
    startWorkspace,
    signIn,
    signOut: new SignOut(credentials, identifyVisitor),
    changePassword: new ChangePassword(clock, unitOfWork, people, credentials, identifyVisitor),
    addPerson: new AddPerson(unitOfWork, clock, ids, people, businessUnits, credentials),
    updatePerson: new UpdatePerson(
      unitOfWork,
      clock,
      people,
      businessUnits,
      credentials,
      apiTokens,
      identifyVisitor,
      guests,
    ),
    findPeople: new FindPeople(people, invitations),
    addBusinessUnit: new AddBusinessUnit(unitOfWork, clock, ids, businessUnits),
    updateWorkspace: new UpdateWorkspace(unitOfWork, settings, hourlyCosts, clock),
    createApiToken: new CreateApiToken(unitOfWork, clock, ids, apiTokens),
    revokeApiToken: new RevokeApiToken(unitOfWork, identifyVisitor),
    cookieOf,
    visitorOf,
    /** Starts the workspace; gives its first lead as a visitor with a session, and the cookie. */
    async start() {
      const { person, cookies } = await startWorkspace.run(
        {
          workspaceName: 'Testing Ltd',
          currency: 'EUR',
          hourlyCost: 60,
          locale: 'en-GB',
          timeZone: 'Europe/Berlin',
          name: 'Ada Admin',
          email: 'ada@example.com',
          password: PASSWORD,
        },
        { ip: '192.0.2.1' },
      );
      const cookie = cookieOf(cookies);
      const visitor = await visitorOf(cookie);
      if (!visitor) throw new Error('The first lead is not signed in.');
      return { person, cookie, visitor };
    },
    /** Signs someone in from an address; gives the cookie. */
    async comeIn(email: string, password = PASSWORD, ip = '192.0.2.7') {
      return cookieOf((await signIn.run({ email, password }, { ip })).cookies);
    },
    async close() {
      await orm.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type PeopleWorld = Awaited<ReturnType<typeof openPeople>>;
