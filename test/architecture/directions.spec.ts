import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { forbidden, options } from './directions.js';

/** One forbidden import per rule: the file that holds it and what it imports. */
const planted: Record<string, [file: string, imports: string]> = {
  'kernel-knows-nobody': ['libs/kernel/ids.ts', '@stanch/platform'],
  'platform-knows-no-business': ['libs/platform/live.ts', '@stanch/people'],
  'people-knows-no-later-part': ['libs/people/application/add-person.ts', '@stanch/remediation'],
  'discovery-knows-no-later-part': ['libs/discovery/application/record-interview.ts', '@stanch/sponsorship'],
  'remediation-knows-no-later-part': ['libs/remediation/application/record-win.ts', '@stanch/notifications'],
  'sponsorship-knows-no-later-part': ['libs/sponsorship/application/join.ts', '@stanch/intake'],
  'meetings-knows-no-later-part': ['libs/meetings/application/end-meeting.ts', '@stanch/notifications'],
  'intake-knows-no-later-part': ['libs/intake/application/run-import.ts', '@stanch/notifications'],
  'domain-knows-inner-rooms-only': ['libs/people/domain/person.ts', '../application/add-person.js'],
  'application-knows-inner-rooms-only': ['libs/people/application/sign-in.ts', '../graphql/person.type.js'],
  'persistence-knows-inner-rooms-only': ['libs/people/persistence/people.ts', '../graphql/person.type.js'],
  'domain-has-no-framework': ['libs/people/domain/role.ts', '@nestjs/common'],
  'module-is-outermost': ['libs/people/application/leave.ts', '../people.module.js'],
  'a-lib-does-not-use-its-own-door': ['libs/people/application/ask.ts', '@stanch/people'],
  'enter-by-the-door': ['libs/remediation/application/move.ts', '../../people/domain/address.js'],
  'apps-and-tests-enter-by-the-door': ['apps/api/src/main.ts', '../../../libs/people/domain/address.js'],
  'the-door-is-named-by-its-alias': ['apps/api/src/app.module.ts', '../../../libs/people/index.js'],
  'libs-know-no-app': ['libs/platform/health.ts', '../../apps/api/src/access-policy.js'],
  'api-knows-neither-web-nor-tests': ['apps/api/src/demo.ts', '../../../test/support/start-server.js'],
  'web-knows-only-the-schema': ['apps/web/src/board.tsx', '../../../libs/people/domain/address.js'],
  'no-circles': ['libs/discovery/application/a.ts', './b.js'],
  'production-uses-declared-dependencies': ['libs/discovery/application/c.ts', 'jest'],
  'nobody-imports-a-spec': ['test/support/start-server.ts', '../api/board.spec.js'],
};

/** What the planted files import and must find; one of them closes the circle. */
const surroundings: Record<string, string> = {
  'libs/platform/index.ts': '',
  'libs/people/index.ts': '',
  'libs/remediation/index.ts': '',
  'libs/sponsorship/index.ts': '',
  'libs/meetings/index.ts': '',
  'libs/intake/index.ts': '',
  'libs/notifications/index.ts': '',
  'libs/people/graphql/person.type.ts': '',
  'libs/people/people.module.ts': '',
  'libs/people/domain/address.ts': '',
  'libs/discovery/application/b.ts': "import './a.js';",
  'apps/api/src/access-policy.ts': '',
  'test/api/board.spec.ts': '',
};

/** Who breaks which rule in the sources below a folder. */
async function violations(folder: string): Promise<Map<string, string[]>> {
  const top = process.cwd();
  process.chdir(folder);
  try {
    const { output } = await cruise(
      ['libs', 'apps', 'test'],
      { ...options, baseDir: folder, ruleSet: { forbidden }, validate: true },
      undefined,
      { tsConfig: extractTSConfig(join(folder, 'tsconfig.json')) },
    );
    const found = new Map<string, string[]>();
    for (const { rule, from, to } of (output as ICruiseResult).summary.violations) {
      found.set(rule.name, [...(found.get(rule.name) ?? []), `${from} -> ${to}`]);
    }
    return found;
  } finally {
    process.chdir(top);
  }
}

describe('the directions of the house', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stanch-directions-')));
  let found: Map<string, string[]>;

  beforeAll(async () => {
    const top = resolve('.');
    const files = Object.entries(planted).map(([, [file, imports]]) => [file, `import '${imports}';`] as const);
    for (const [file, text] of [...files, ...Object.entries(surroundings)]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\nexport {};\n`);
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', devDependencies: { jest: '*' } }));
    symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
    const settings = {
      compilerOptions: {
        module: 'NodeNext',
        moduleResolution: 'NodeNext',
        paths: { '@stanch/*': ['./libs/*/index.ts'] },
      },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    found = await violations(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are kept by all sources', async () => {
    expect(Object.fromEntries(await violations(resolve('.')))).toEqual({});
  });

  it('has a planted import for each rule', () => {
    expect(Object.keys(planted).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(planted))('%s is caught', (rule, [file]) => {
    expect(found.get(rule)?.map((line) => line.split(' -> ')[0])).toContain(file);
  });
});
