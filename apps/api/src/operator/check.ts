import { existsSync } from 'node:fs';
import { Configuration, openDatabase, pendingMigrations, readEnvironment } from '@stanch/platform';
import { RepairOrder } from '@stanch/remediation';
import type { Command } from 'commander';
import { createTransport } from 'nodemailer';
import { databaseContents } from '../database-contents.js';
import { plainly, Stop } from './plainly.js';
import { withStanch } from './with-stanch.js';

/** What one look gave: a sentence, and whether it is good. */
interface Finding {
  good: boolean;
  says: string;
}

/** Adds the command that says whether all is right, and mends what it can. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('Says whether configuration, database, migrations, the order of cards and SMTP are all right')
    .option('--repair', 'runs open migrations and mends a broken order of cards', false)
    .addHelpText(
      'after',
      `
Ends with exit code 0 when all is right, else 1. It changes nothing unless --repair is given.

Examples:
  $ npm run stanch -- check
  $ npm run stanch -- check --repair`,
    )
    .action(async ({ repair }: { repair: boolean }) => {
      const configuration = new Configuration(readEnvironment());
      say('configuration', { good: true, says: `all settings can be used; the address is ${configuration.publicUrl}` });
      const findings = [
        say('database', await look(() => checkDatabase(configuration))),
        say('migrations', await look(() => checkMigrations(configuration, repair))),
      ];
      // The order can be read only from a database of this version.
      if (existsSync(configuration.databaseFile) && findings.every(({ good }) => good)) {
        findings.push(say('order of cards', await look(() => checkOrder(repair))));
      }
      findings.push(say('mail', await look(() => checkMail(configuration))));
      if (findings.some(({ good }) => !good)) throw new Stop('Not all is right; see above.');
    });
}

function say(what: string, finding: Finding): Finding {
  console.log(`${finding.good ? 'ok    ' : 'WRONG '} ${what}: ${finding.says}`);
  return finding;
}

async function look(work: () => Promise<Finding>): Promise<Finding> {
  try {
    return await work();
  } catch (error) {
    return { good: false, says: plainly(error) };
  }
}

async function checkDatabase({ databaseFile }: Configuration): Promise<Finding> {
  if (!existsSync(databaseFile))
    return { good: true, says: `${databaseFile} is not there yet; the first start makes it` };
  const orm = await openDatabase(databaseFile, databaseContents);
  try {
    const rows = await orm.em.fork().getConnection().execute<{ integrity_check: string }[]>('pragma integrity_check');
    const strays = await orm.em.fork().getConnection().execute<{ table: string }[]>('pragma foreign_key_check');
    const problems = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    problems.push(...strays.map(({ table }) => `a row of ${table} points to nothing`));
    if (problems.length === 0) return { good: true, says: `${databaseFile} is sound` };
    return { good: false, says: `${databaseFile} is damaged (${problems.slice(0, 5).join('; ')}). Restore a backup.` };
  } finally {
    await orm.close();
  }
}

async function checkMigrations({ databaseFile }: Configuration, repair: boolean): Promise<Finding> {
  if (!existsSync(databaseFile)) return { good: true, says: 'they run at the first start' };
  const orm = await openDatabase(databaseFile, databaseContents);
  try {
    const pending = await pendingMigrations(orm, databaseContents);
    if (pending.length === 0) return { good: true, says: 'all have run' };
    if (!repair) return { good: false, says: `${pending.join(', ')} did not run yet; the next start runs them` };
    await orm.migrator.up();
    return { good: true, says: `${pending.join(', ')} ran now` };
  } finally {
    await orm.close();
  }
}

async function checkOrder(repair: boolean): Promise<Finding> {
  return withStanch(async (stanch) => {
    const order = stanch.get(RepairOrder);
    const faults = repair ? await order.mend() : await order.find();
    if (faults.length === 0) return { good: true, says: 'every card has a place of its own' };
    const list = faults
      .map(({ stageName, problem, cards }) => `in "${stageName}" (${cards} cards) ${problem}`)
      .join('; ');
    if (repair) return { good: true, says: `mended: ${list}. Boards that are open now show it after a reload` };
    return { good: false, says: `${list}. Mend it: npm run stanch -- check --repair` };
  });
}

async function checkMail({ smtpUrl }: Configuration): Promise<Finding> {
  if (smtpUrl === undefined) return { good: true, says: 'SMTP_URL is not set, so mails wait in the outbox' };
  const { host } = new URL(smtpUrl);
  const transport = createTransport(smtpUrl, {
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 5000,
  } as object);
  try {
    await transport.verify();
    return { good: true, says: `${host} answers` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { good: false, says: `${host} does not: ${reason}. Mails wait in the outbox until it does` };
  } finally {
    transport.close();
  }
}
