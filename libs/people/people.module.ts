import { LoaderRegistry } from '@stanch/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AddBusinessUnit } from './application/add-business-unit.js';
import { AddPeople } from './application/add-people.js';
import { AddPerson } from './application/add-person.js';
import { CameIn } from './application/came-in.js';
import { ChangePassword } from './application/change-password.js';
import { CreateApiToken } from './application/create-api-token.js';
import { EnterAsGuest } from './application/enter-as-guest.js';
import { FindPeople } from './application/find-people.js';
import { IdentifyVisitor } from './application/identify-visitor.js';
import { InvitePeople } from './application/invite-people.js';
import { ManageProjectorLinks } from './application/manage-projector-links.js';
import { OpenWorkspace } from './application/open-workspace.js';
import { RevokeApiToken } from './application/revoke-api-token.js';
import { SignIn } from './application/sign-in.js';
import { SignInByLink } from './application/sign-in-by-link.js';
import { SignOut } from './application/sign-out.js';
import { StartWorkspace } from './application/start-workspace.js';
import { UpdatePerson } from './application/update-person.js';
import { UpdateWorkspace } from './application/update-workspace.js';
import { GuestsResolver } from './graphql/guests.resolver.js';
import { InvitationsResolver } from './graphql/invitations.resolver.js';
import { BUSINESS_UNIT_LOADER, INVITATION_LOADER, PERSON_LOADER } from './graphql/load.js';
import { PeopleResolver } from './graphql/people.resolver.js';
import { PersonFieldsResolver } from './graphql/person-fields.resolver.js';
import { SignInLinkResolver } from './graphql/sign-in-link.resolver.js';
import { SignInResolver } from './graphql/sign-in.resolver.js';
import { WorkspaceResolver } from './graphql/workspace.resolver.js';
import { ApiTokenMapping } from './persistence/api-token.mapping.js';
import { ApiTokens } from './persistence/api-tokens.js';
import { BusinessUnitMapping } from './persistence/business-unit.mapping.js';
import { BusinessUnits } from './persistence/business-units.js';
import { Credentials } from './persistence/credentials.js';
import { GuestPassMapping } from './persistence/guest-pass.mapping.js';
import { GuestPasses } from './persistence/guest-passes.js';
import { InvitationMapping } from './persistence/invitation.mapping.js';
import { HourlyCosts } from './persistence/hourly-costs.js';
import { Invitations } from './persistence/invitations.js';
import { People202611231510 } from './persistence/migrations/202611231510-people.js';
import { People202611232030 } from './persistence/migrations/202611232030-working-week.js';
import { People } from './persistence/people.js';
import { PersonMapping } from './persistence/person.mapping.js';
import { WorkspaceMapping } from './persistence/workspace.mapping.js';
import { WorkspaceSettings } from './persistence/workspace-settings.js';

/** What this part keeps in the database. */
export const peopleEntities = [
  WorkspaceMapping,
  BusinessUnitMapping,
  PersonMapping,
  ApiTokenMapping,
  InvitationMapping,
  GuestPassMapping,
];
export const peopleMigrations = [People202611231510, People202611232030];

const DOOR = [
  AddBusinessUnit,
  AddPeople,
  AddPerson,
  BusinessUnits,
  CreateApiToken,
  Credentials,
  EnterAsGuest,
  HourlyCosts,
  IdentifyVisitor,
  Invitations,
  InvitePeople,
  OpenWorkspace,
  People,
  StartWorkspace,
  WorkspaceSettings,
];

/** People: workspace, business units, persons, and how one comes in. */
@Module({
  providers: [
    ...DOOR,
    ApiTokens,
    CameIn,
    GuestPasses,
    GuestsResolver,
    ManageProjectorLinks,
    ChangePassword,
    FindPeople,
    RevokeApiToken,
    SignIn,
    SignInByLink,
    SignOut,
    UpdatePerson,
    UpdateWorkspace,
    InvitationsResolver,
    PeopleResolver,
    PersonFieldsResolver,
    SignInLinkResolver,
    SignInResolver,
    WorkspaceResolver,
  ],
  exports: DOOR,
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly loaders: LoaderRegistry,
    private readonly people: People,
    private readonly units: BusinessUnits,
    private readonly invitations: Invitations,
  ) {}

  onModuleInit(): void {
    this.loaders.register(PERSON_LOADER, async (ids) => byId(await this.people.byIds(ids)));
    this.loaders.register(
      INVITATION_LOADER,
      async (ids) => new Map((await this.invitations.of(ids)).map((one) => [one.personId, one])),
    );
    this.loaders.register(BUSINESS_UNIT_LOADER, async (ids) => byId(await this.units.byIds(ids)));
  }
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
