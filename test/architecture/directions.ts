/**
 * Which file may know which: the house's directions as rules of dependency-cruiser. `directions.spec.ts` holds the
 * sources to them, and plants one forbidden import per rule and sees it caught.
 */
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/** From the one that knows nobody to the one that knows all before it. */
const parts = ['people', 'discovery', 'remediation', 'sponsorship', 'meetings', 'intake', 'notifications'];

const source = { pathNot: '\\.spec\\.tsx?$' };

const between: IForbiddenRuleType[] = parts.slice(0, -1).map((part, at) => ({
  name: `${part}-knows-no-later-part`,
  comment: `libs/${part} speaks to ${parts.slice(at + 1).join(', ')} by domain event alone.`,
  severity: 'error',
  from: { path: `^libs/${part}/`, ...source },
  to: { path: `^libs/(${parts.slice(at + 1).join('|')})/` },
}));

const rooms: IForbiddenRuleType[] = [
  ['domain', 'application|persistence|graphql'],
  ['application', 'graphql'],
  ['persistence', 'graphql'],
].map(([room, unknown]) => ({
  name: `${room}-knows-inner-rooms-only`,
  comment: `Inside a lib: domain <- application <- persistence and graphql <- module. ${room} is further in than ${unknown}.`,
  severity: 'error',
  from: { path: `^libs/([^/]+)/${room}/`, ...source },
  to: { path: `^libs/$1/(${unknown})/` },
}));

/** The rules; each name says what is so. */
export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'kernel-knows-nobody',
    comment: 'The kernel is plain TypeScript: no other lib and no framework.',
    severity: 'error',
    from: { path: '^libs/kernel/', ...source },
    to: {
      path: '^(libs|apps|test)/|node_modules/(@nestjs|@mikro-orm|graphql|better-sqlite3)/',
      pathNot: '^libs/kernel/',
    },
  },
  {
    name: 'platform-knows-no-business',
    comment: 'The platform carries every part and knows none of them.',
    severity: 'error',
    from: { path: '^libs/platform/', ...source },
    to: { path: '^libs/', pathNot: '^libs/(kernel|platform)/' },
  },
  ...between,
  ...rooms,
  {
    name: 'domain-has-no-framework',
    comment: 'The rules are plain classes and functions; only small pure packages may help them.',
    severity: 'error',
    from: { path: '^libs/[^/]+/domain/', ...source },
    to: {
      path: 'node_modules/|^libs/platform/',
      pathNot:
        'node_modules/(temporal-polyfill|temporal-spec|fractional-indexing|papaparse|@types/papaparse|zod|(@types/)?d3-(scale|shape|array))/',
    },
  },
  {
    name: 'module-is-outermost',
    comment: 'The Nest module puts a lib together; nothing inside the lib knows it but its door.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index\\.ts$', '\\.spec\\.ts$'] },
    to: { path: '^libs/$1/[^/]+\\.module\\.ts$' },
  },
  {
    name: 'a-lib-does-not-use-its-own-door',
    comment: 'Inside a lib one imports the file itself; through the own door runs a circle.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/', pathNot: '^libs/[^/]+/index\\.ts$' },
    to: { path: '^libs/$1/index\\.ts$' },
  },
  {
    name: 'enter-by-the-door',
    comment: 'Another lib is entered by its index.ts alone.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/[^/]+/.+', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
  },
  {
    name: 'apps-and-tests-enter-by-the-door',
    comment: 'The application and the tests enter a lib by its index.ts alone.',
    severity: 'error',
    from: { path: '^(apps/api|test)/' },
    to: { path: '^libs/[^/]+/.+', pathNot: '^libs/[^/]+/index\\.ts$' },
  },
  {
    name: 'the-door-is-named-by-its-alias',
    comment: 'Write @stanch/people, not a path to it.',
    severity: 'error',
    from: { path: '^(apps/api|libs/([^/]+)|test)/' },
    to: { path: '^libs/', pathNot: '^libs/$2/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'libs-know-no-app',
    comment: 'A lib does not know who uses it, and no production code knows the tests.',
    severity: 'error',
    from: { path: '^libs/', ...source },
    to: { path: '^(apps|test)/' },
  },
  {
    name: 'api-knows-neither-web-nor-tests',
    comment: 'The server knows the web app as built files only.',
    severity: 'error',
    from: { path: '^apps/api/', ...source },
    to: { path: '^(apps/web|test)/' },
  },
  {
    name: 'web-knows-only-the-schema',
    comment: 'The web app shares no code with the server: the GraphQL schema is all it knows.',
    severity: 'error',
    from: { path: '^apps/web/', ...source },
    to: { path: '^(libs|apps/api|test)/' },
  },
  {
    name: 'no-circles',
    comment: 'A circle cannot be understood in parts. (Types that refer to each other are `import type`.)',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'production-uses-declared-dependencies',
    comment:
      'What runs in production stands under "dependencies", not under "devDependencies", and is declared at all.',
    severity: 'error',
    from: { path: '^(apps/api/src|libs)/', ...source },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'nobody-imports-a-spec',
    comment: 'What two specs share stands in test/support.',
    severity: 'error',
    from: {},
    to: { path: '\\.spec\\.tsx?$' },
  },
];

/** How dependency-cruiser reads our sources. */
export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(dist|data|apps/web/src/graphql/generated)/' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
  },
};
