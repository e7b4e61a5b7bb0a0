import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import styles from './import-page.module.css';
import { UploadError, uploadFile } from './upload-file.js';

/** Takes a file by choosing or dropping it, and sends it. */
export function ChooseFile({ onRead }: { onRead(id: string): void }) {
  const [sending, setSending] = useState<{ name: string; part: number }>();
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const upload = useRef<ReturnType<typeof uploadFile>>(undefined);
  const id = useId();
  useEffect(() => () => upload.current?.cancel(), []);

  async function send(file: File | undefined) {
    if (!file) return;
    setProblem(undefined);
    setSending({ name: file.name, part: 0 });
    const begun = uploadFile(file, (part) => setSending({ name: file.name, part }));
    upload.current = begun;
    try {
      onRead(await begun.id);
    } catch (error) {
      if (error instanceof UploadError) setProblem(error.message);
    } finally {
      setSending(undefined);
    }
  }

  if (sending) {
    const read = sending.part >= 1;
    return (
      <section className={styles['drop']} aria-label="Sending the file">
        <p role="status">
          {read ? 'Reading' : 'Sending'} <strong>{sending.name}</strong> …
        </p>
        <progress className={styles['bar']} aria-label="Sent" {...(!read && { value: sending.part })} />
        <Button onClick={() => upload.current?.cancel()}>Stop</Button>
      </section>
    );
  }
  return (
    <>
      <section
        className={`${styles['drop']} ${over ? styles['over'] : ''}`}
        aria-labelledby={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <h2 id={id}>Drop a CSV file here</h2>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          aria-label="The spreadsheet"
          onChange={({ target }) => {
            void send(target.files?.[0]);
            target.value = '';
          }}
        />
        <Button look="main" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <p className={styles['soft']}>
          Comma, semicolon or tab, from any spreadsheet program; dates and figures as people write them. One row is one
          pain point.
        </p>
      </section>
      {problem && (
        <p role="alert" className={styles['problem']}>
          ▲ {problem}
        </p>
      )}
    </>
  );
}
