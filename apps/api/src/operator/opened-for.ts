import { OpenWorkspace, WorkspaceSettings } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import type { INestApplicationContext } from '@nestjs/common';

/**
 * Does some work that needs a workspace. Where there is none, one is opened with it or, when the work is refused, not
 * at all: whoever is at the machine need not go to a browser first, and no stranger finds the front door open.
 */
export async function openedFor<Result>(stanch: INestApplicationContext, work: () => Promise<Result>): Promise<Result> {
  if ((await stanch.get(WorkspaceSettings).find()) !== null) return work();
  const opens = stanch.get(OpenWorkspace);
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const workspace = opens.make({ name: 'Our workspace', currency: 'EUR', hourlyCost: 50, locale, timeZone });
  const result = await stanch.get(UnitOfWork).run(async () => {
    await opens.run(workspace, null);
    return work();
  });
  const { name, currency, hourlyCost } = workspace;
  console.log(
    `There was no workspace yet, so "${name}" was opened: ${hourlyCost} ${currency} an hour, times of ${timeZone}. A lead can change that under Settings.`,
  );
  return result;
}
