export { Configuration, ConfigurationError, readEnvironment } from './configuration/configuration.js';
export { keptFile } from './configuration/kept-file.js';
export { backUpDatabase } from './database/back-up-database.js';
export { DomainEvents } from './database/domain-events.js';
export { insertRows } from './database/insert-rows.js';
export { Platform202611231645 } from './database/migrations/202611231645-remembered-request.js';
export { Platform202611231500 } from './database/migrations/202611231500-platform.js';
export {
  type DatabaseContents,
  DatabaseError,
  type EntityMapping,
  migrate,
  type MigrationClass,
  openDatabase,
  pendingMigrations,
} from './database/open-database.js';
export { type Transaction, UnitOfWork } from './database/unit-of-work.js';
export { callMethods } from './graphql/call-methods.js';
export { DirectFields } from './graphql/direct-fields.js';
export { type AccessCheck, type AccessPolicy, enforceAccess } from './graphql/enforce-access.js';
export { formatError } from './graphql/format-error.js';
export { type Batch, LoaderRegistry, Loaders, onceLoaded } from './graphql/loaders.js';
export {
  decodeCursor,
  encodeCursor,
  LARGEST_PAGE,
  type Page,
  PageInfoType,
  pageOf,
  pageSize,
  unknownPlace,
} from './graphql/page.js';
export { answerQueriesQuickly, subscribeQuickly } from './graphql/quick-answers.js';
export type { RequestContext } from './graphql/request-context.js';
export { selectedFields } from './graphql/selected-fields.js';
export { DayScalar, InstantScalar } from './graphql/scalars.js';
export { RememberedResults } from './idempotency/remembered-results.js';
export { serverSecret } from './links/server-secret.js';
export { type Claims, type ReadLink, SignedLinks } from './links/signed-links.js';
export { Live } from './live/live.js';
export { watchAs } from './live/watch-as.js';
export { logOptions } from './logging/log-options.js';
export { Outbox } from './outbox/outbox.js';
export { PlatformModule } from './platform.module.js';
export { Rounds } from './rounds/rounds.js';
