import { BUSINESS_UNIT_LOADER, PERSON_LOADER, seesInternal, type Visitor } from '@stanch/people';
import { SERVICE_LOADER } from '@stanch/discovery';
import type { RequestContext } from '@stanch/platform';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import { linkedLoader, STAGE_LOADER } from './loader-names.js';

/**
 * Reads what the selected fields of a list point to before they are asked for, so that GraphQL finds each at hand and a
 * list of thousands costs no promise a field.
 */
export async function readAhead(
  context: RequestContext<Visitor>,
  fields: ReadonlySet<string>,
  painPoints: readonly ReadPainPoint[],
): Promise<void> {
  const { loaders, visitor } = context;
  const ids = (pick: (painPoint: ReadPainPoint) => string | null) =>
    painPoints.map(pick).filter((id): id is string => id !== null);
  const people = [
    ...(fields.has('raiser') ? ids(({ raiserId }) => raiserId) : []),
    ...(fields.has('owner') ? ids(({ ownerId }) => ownerId) : []),
    ...(fields.has('raisedBy') ? ids(({ typedById }) => typedById) : []),
  ];
  await loaders.loadAhead(PERSON_LOADER, people);
  if (fields.has('businessUnit'))
    await loaders.loadAhead(
      BUSINESS_UNIT_LOADER,
      ids((one) => one.businessUnitId),
    );
  if (fields.has('service'))
    await loaders.loadAhead(
      SERVICE_LOADER,
      ids(({ serviceId }) => serviceId),
    );
  if (fields.has('stage'))
    await loaders.loadAhead(
      STAGE_LOADER,
      ids(({ stageId }) => stageId),
    );
  await loaders.loadBehind(
    'PainPoint',
    fields,
    ids(({ id }) => id),
  );
  if (fields.has('taskCount') || fields.has('tasksDone')) {
    const name = linkedLoader('taskProgress', visitor !== null && seesInternal(visitor.role));
    await loaders.loadAhead(
      name,
      ids(({ id }) => id),
    );
  }
}
