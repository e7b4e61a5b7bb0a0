import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ChooseFile } from './choose-file.js';
import { IMPORT_RUN } from './import.graphql.js';
import { ImportEnded } from './import-ended.js';
import styles from './import-page.module.css';
import { ImportPreview } from './import-preview.js';
import { ImportProgress } from './import-progress.js';
import { useProgress } from './use-progress.js';

/** A spreadsheet of interviews becomes pain points: choose it, look what would happen, then let it happen. */
export default function ImportPage() {
  const [search, setSearch] = useSearchParams();
  const id = search.get('id');
  const open = (next: string | null) => setSearch(next ? { id: next } : {});
  return (
    <div className={styles['page']}>
      <header>
        <h1>Import</h1>
        <p className={styles['soft']}>
          Bring the spreadsheet of your interviews as it is. You see what would happen before anything does.
        </p>
      </header>
      {id ? <OneImport key={id} id={id} onLeave={() => open(null)} /> : <ChooseFile onRead={open} />}
    </div>
  );
}

function OneImport({ id, onLeave }: { id: string; onLeave(): void }) {
  const [rows, setRows] = useState(50);
  const { data, previousData, error, refetch } = useQuery(IMPORT_RUN, {
    variables: { id, rows },
    fetchPolicy: 'cache-and-network',
  });
  const run = (data ?? previousData)?.importRun;
  useProgress(run);
  if (!run) {
    if (!error) return <Notice>Reading the spreadsheet …</Notice>;
    const gone = codeOf(error) === 'NOT_FOUND';
    return (
      <Notice
        kind="heed"
        title={gone ? 'This import is no longer there' : 'The import could not be read'}
        action={<Button onClick={gone ? onLeave : () => void refetch()}>{gone ? 'Choose a file' : 'Try again'}</Button>}
      >
        {gone ? 'A file that nobody imports is forgotten after a day.' : sayError(error)}
      </Notice>
    );
  }
  if (run.state === 'READ')
    return <ImportPreview run={run} rows={rows} onMoreRows={() => setRows(rows + 100)} onLeave={onLeave} />;
  if (run.state === 'RUNNING') return <ImportProgress run={run} />;
  return <ImportEnded run={run} onLeave={onLeave} />;
}
