import { discoveryEntities, discoveryMigrations } from '@stanch/discovery';
import { Intake202611231650, intakeEntities } from '@stanch/intake';
import { Meetings202611251100, Meetings202611251601, Meetings202611251701, meetingsEntities } from '@stanch/meetings';
import {
  Notifications202611231700,
  Notifications202611232035,
  Notifications202611240240,
  Notifications202611240340,
  Notifications202611240410,
  Notifications202611240420,
  Notifications202611250210,
  Notifications202611250100,
  notificationsEntities,
} from '@stanch/notifications';
import {
  People202611240030,
  People202611251201,
  People202611251401,
  People202611251901,
  peopleEntities,
  peopleMigrations,
} from '@stanch/people';
import { type DatabaseContents, Platform202611231500, Platform202611231645 } from '@stanch/platform';
import {
  Remediation202611231530,
  Remediation202611231655,
  Remediation202611231735,
  Remediation202611232330,
  Remediation202611240430,
  Remediation202611251101,
  Remediation202611251202,
  Remediation202611250300,
  Remediation202611250410,
  remediationEntities,
} from '@stanch/remediation';
import {
  Sponsorship202611231540,
  Sponsorship202611231640,
  Sponsorship202611232355,
  Sponsorship202611240320,
  Sponsorship202611251102,
  Sponsorship202611250310,
  sponsorshipEntities,
} from '@stanch/sponsorship';

/** All that Stanch keeps; the migrations in the order in which they run. */
export const databaseContents: DatabaseContents = {
  entities: [
    ...peopleEntities,
    ...discoveryEntities,
    ...remediationEntities,
    ...sponsorshipEntities,
    ...meetingsEntities,
    ...intakeEntities,
    ...notificationsEntities,
  ],
  migrations: [
    Platform202611231500,
    ...peopleMigrations,
    ...discoveryMigrations,
    Remediation202611231530,
    Sponsorship202611231540,
    Intake202611231650,
    Notifications202611231700,
    Sponsorship202611231640,
    Platform202611231645,
    Remediation202611231655,
    Remediation202611231735,
    Notifications202611232035,
    Remediation202611232330,
    Sponsorship202611232355,
    People202611240030,
    Notifications202611240240,
    Sponsorship202611240320,
    Notifications202611240340,
    Notifications202611240410,
    Notifications202611240420,
    Remediation202611240430,
    Notifications202611250210,
    Remediation202611250300,
    Sponsorship202611250310,
    Remediation202611250410,
    Notifications202611250100,
    People202611251201,
    Remediation202611251202,
    Meetings202611251100,
    People202611251401,
    Remediation202611251101,
    Sponsorship202611251102,
    Meetings202611251601,
    People202611251901,
    Meetings202611251701,
  ],
};
