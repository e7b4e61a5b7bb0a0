import { defineEntity, p } from '@mikro-orm/core';
import { ImportRun } from '../domain/import-run.js';

const ImportRunMapping = defineEntity({
  class: ImportRun,
  tableName: 'import_run',
  properties: {
    id: p.string().primary(),
    fileName: p.string(),
    state: p.string().$type<ImportRun['state']>(),
    encoding: p.string(),
    delimiter: p.string(),
    headingRow: p.integer(),
    columns: p.json<ImportRun['columns']>(),
    rowCount: p.integer(),
    report: p.json<ImportRun['report']>(),
    mergeRows: p.json<ImportRun['mergeRows']>(),
    done: p.integer(),
    error: p.text().nullable(),
    createdById: p.string(),
    createdAt: p.string(),
  },
});

/** What this part keeps in the database by MikroORM's unit of work. */
export const intakeEntities = [ImportRunMapping];
