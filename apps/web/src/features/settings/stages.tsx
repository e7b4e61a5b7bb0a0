import { useMutation, useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import type { StageCategory } from '../../graphql/generated/types.js';
import { sayError } from '../../graphql/say-error.js';
import { count } from '../../format.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Fits, isTooLong } from '../../ui/fits.js';
import { Notice } from '../../ui/notice.js';
import { StageMark } from '../../ui/stage-mark.js';
import { say } from '../../ui/toasts.js';
import { SettingsSection } from './settings-section.js';
import { ADD_STAGE, REMOVE_STAGE, type StageRow, STAGES, UPDATE_STAGE } from './settings.graphql.js';
import styles from './settings-page.module.css';

const CATEGORIES: [StageCategory, string][] = [
  ['BLEEDING', 'Bleeding: it hurts, nothing has begun'],
  ['PLANNED', 'Planned: it will be treated'],
  ['TREATING', 'Treating: somebody works on it'],
  ['CHECKING', 'Checking: the sponsor is asked'],
  ['FIXED', 'Fixed: it is over'],
];

/** So many letters of a name fit. */
const LONGEST = 60;

/** The stages of the board: their names, their limits, their order. */
export function Stages() {
  const { data, error, refetch } = useQuery(STAGES);
  const stages = data?.board.stages ?? [];
  return (
    <SettingsSection
      title="Stages of the board"
      about="A limit is how many cards the team wants in a stage at most. More is shown, not forbidden. Only an empty stage can be removed."
    >
      {error && !data && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {!data && !error && <Notice>Reading …</Notice>}
      {data && (
        <>
          <ol className={styles['list']}>
            {stages.map((stage, index) => (
              <StageLine
                key={`${stage.id} ${stage.name} ${stage.wipLimit}`}
                stage={stage}
                above={stages[index - 1]}
                below={stages[index + 1]}
              />
            ))}
          </ol>
          <NewStage boardId={data.board.id} />
        </>
      )}
    </SettingsSection>
  );
}

function StageLine({
  stage,
  above,
  below,
}: {
  stage: StageRow;
  above: StageRow | undefined;
  below: StageRow | undefined;
}) {
  const { id, name, category, wipLimit, count: cards } = stage;
  const [typed, setTyped] = useState(name);
  const [limit, setLimit] = useState(wipLimit === null ? '' : String(wipLimit));
  const [problem, setProblem] = useState<string>();
  const [update] = useMutation(UPDATE_STAGE);
  const [remove] = useMutation(REMOVE_STAGE);
  const fits = useId();
  const tooLong = isTooLong(typed, LONGEST);

  const attempt = (work: Promise<unknown>) =>
    void work.then(() => setProblem(undefined)).catch((error: unknown) => setProblem(sayError(error)));
  const change = (input: { name?: string; wipLimit?: number | null; afterId?: string; beforeId?: string }) =>
    attempt(update({ variables: { input: { id, ...input } } }));

  function saveLimit() {
    const wanted = limit.trim() === '' ? null : Number(limit);
    if (wanted === wipLimit) return;
    if (wanted !== null && !(Number.isInteger(wanted) && wanted > 0)) {
      setProblem('Please write a whole number from 1, or nothing for no limit.');
      return;
    }
    change({ wipLimit: wanted });
  }

  return (
    <li className={styles['row']}>
      <StageMark category={category} named />
      <input
        className={styles['stageName']}
        aria-label={`Name of the stage ${name}`}
        aria-invalid={tooLong || undefined}
        aria-describedby={tooLong ? fits : undefined}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => !tooLong && typed.trim() !== name && change({ name: typed })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !tooLong) event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(name);
        }}
      />
      <label className={styles['limit']}>
        limit
        <input
          inputMode="numeric"
          aria-label={`Limit of ${name}`}
          placeholder="none"
          value={limit}
          onChange={({ target }) => setLimit(target.value)}
          onBlur={saveLimit}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </label>
      <Button
        look="quiet"
        small
        disabled={!above}
        aria-label={`Move ${name} before ${above?.name ?? ''}`}
        onClick={() => above && change({ beforeId: above.id })}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        small
        disabled={!below}
        aria-label={`Move ${name} after ${below?.name ?? ''}`}
        onClick={() => below && change({ afterId: below.id })}
      >
        ↓
      </Button>
      <Button
        look="quiet"
        small
        aria-label={`Remove ${name}`}
        title={cards > 0 ? `${count(cards, 'card')} in it` : undefined}
        disabled={cards > 0}
        onClick={() => attempt(remove({ variables: { id } }).then(() => say(`${name} is removed.`)))}
      >
        Remove
      </Button>
      <div className={styles['below']}>
        <Fits id={fits} text={typed} longest={LONGEST} />
        {problem && (
          <p role="alert" className={styles['problem']}>
            ▲ {problem}
          </p>
        )}
      </div>
    </li>
  );
}

function NewStage({ boardId }: { boardId: string }) {
  const [name, setName] = useState('');
  const [category, setCategory] = useState<StageCategory>('TREATING');
  const [add, { loading, error }] = useMutation(ADD_STAGE);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        add({ variables: { input: { boardId, name, category } } }).then(
          () => setName(''),
          () => undefined,
        );
      }}
    >
      <div className={styles['inline']}>
        <Field label="Another stage" text={name} longest={LONGEST} error={error ? sayError(error) : undefined}>
          {(control) => <input {...control} required value={name} onChange={({ target }) => setName(target.value)} />}
        </Field>
        <Field label="What it means">
          {(control) => (
            <select {...control} value={category} onChange={({ target }) => setCategory(target.value as StageCategory)}>
              {CATEGORIES.map(([value, says]) => (
                <option key={value} value={value}>
                  {says}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className={styles['acts']}>
        <Button type="submit" disabled={loading || !name.trim()}>
          Add the stage
        </Button>
      </div>
    </form>
  );
}
