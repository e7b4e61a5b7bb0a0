import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { count } from '../../format.js';
import type { ImportField } from '../../graphql/generated/types.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { FileFacts } from './file-facts.js';
import { IMPORT_RUN, type ImportRun, PREVIEW_IMPORT, RUN_IMPORT } from './import.graphql.js';
import styles from './import-page.module.css';
import { MapColumns } from './map-columns.js';
import { PreviewProblems } from './preview-problems.js';
import { PreviewRepeats } from './preview-repeats.js';
import { PreviewRows } from './preview-rows.js';

/** What the file would become: how its columns are read, what is wrong in it, what repeats; then the button. */
export function ImportPreview({
  run,
  rows,
  onMoreRows,
  onLeave,
}: {
  run: ImportRun;
  rows: number;
  onMoreRows(): void;
  onLeave(): void;
}) {
  const [merged, setMerged] = useState<ReadonlySet<number>>(new Set());
  // What was chosen while the server still computes: shown at once, given back when it refuses.
  const [chosen, setChosen] = useState<Record<number, ImportField>>({});
  const [preview, { loading: computing }] = useMutation(PREVIEW_IMPORT);
  const [start, { loading: starting }] = useMutation(RUN_IMPORT, {
    refetchQueries: [IMPORT_RUN],
  });
  const [problem, setProblem] = useState<string>();
  const columns = run.columns.map((one) => ({ ...one, field: chosen[one.column] ?? one.field }));
  const worded = columns.some(({ field }) => field === 'DESCRIPTION' || field === 'TITLE');

  async function compute(fields: Record<number, ImportField>, mergeRows: ReadonlySet<number>) {
    const changed = Object.entries(fields).map(([column, field]) => ({ column: Number(column), field }));
    try {
      await preview({ variables: { input: { id: run.id, columns: changed, mergeRows: [...mergeRows] }, rows } });
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(sayError(error));
      return false;
    } finally {
      setChosen({});
    }
  }

  function map(column: number, field: ImportField) {
    const next = { ...chosen, [column]: field };
    // Each thing is said in one column: the one that had it before is left out.
    for (const other of columns)
      if (field !== 'IGNORE' && other.field === field && other.column !== column) next[other.column] = 'IGNORE';
    setChosen(next);
    void compute(next, merged);
  }

  function merge(row: number, wanted: boolean) {
    const next = new Set(merged);
    if (wanted) next.add(row);
    else next.delete(row);
    setMerged(next);
    void compute({}, next).then((good) => !good && setMerged(merged));
  }

  async function begin() {
    try {
      await start({ variables: { input: { id: run.id, columns: [], mergeRows: [...merged] } } });
    } catch (error) {
      setProblem(sayError(error));
    }
  }

  const nothing = run.newCount + run.mergedCount === 0;
  return (
    <>
      <FileFacts run={run} />
      <PreviewProblems run={run} />
      <PreviewRepeats run={run} merged={merged} onMerge={merge} />
      <MapColumns columns={columns} onMap={map} />
      <PreviewRows run={run} onMore={onMoreRows} />
      <div className={styles['foot']}>
        <div className={styles['footText']}>
          {problem ? (
            <p role="alert" className={styles['problem']}>
              ▲ {problem}
            </p>
          ) : (
            <p role="status" className={styles['soft']}>
              {computing
                ? 'Looking again …'
                : !worded
                  ? 'Say which column holds the pain.'
                  : nothing
                    ? 'There is nothing new in it.'
                    : 'All rows come in together, or none.'}
            </p>
          )}
        </div>
        <Button look="quiet" onClick={onLeave}>
          Another file
        </Button>
        <Button look="main" disabled={nothing || !worded || computing || starting} onClick={() => void begin()}>
          Import {count(run.newCount, 'pain point')}
        </Button>
      </div>
    </>
  );
}
