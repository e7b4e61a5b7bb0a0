import { discoveryEntities, discoveryMigrations } from '@stanch/discovery';
import { peopleEntities, peopleMigrations } from '@stanch/people';
import { type DatabaseContents, Platform202611231500 } from '@stanch/platform';
import { Remediation202611231530, remediationEntities } from '@stanch/remediation';

/** All that Stanch keeps; the migrations in the order in which they run. */
export const databaseContents: DatabaseContents = {
  entities: [...peopleEntities, ...discoveryEntities, ...remediationEntities],
  migrations: [Platform202611231500, ...peopleMigrations, ...discoveryMigrations, Remediation202611231530],
};
