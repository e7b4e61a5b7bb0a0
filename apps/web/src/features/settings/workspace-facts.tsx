import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSession } from '../../app/session.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { PickOne } from '../../ui/pick-one.js';
import { CurrencyField, HourlyCostField, hourlyCostOf, TimeZoneField } from '../../ui/region-fields.js';
import { languageName, languages } from '../../ui/regions.js';
import { say } from '../../ui/toasts.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { SettingsSection } from './settings-section.js';
import { UPDATE_WORKSPACE, WORKSPACE, type Workspace } from './settings.graphql.js';
import styles from './settings-page.module.css';

/** The name of the workspace and what turns lost hours into money. */
export function WorkspaceFacts() {
  const { data, error, refetch } = useQuery(WORKSPACE);
  return (
    <SettingsSection
      title="Workspace"
      about="The hourly cost turns lost hours into money: bleed a week = people × hours × hourly cost + direct cost. Changing it changes every figure on the board."
    >
      {data ? (
        <WorkspaceForm key={factsOf(data.workspace)} workspace={data.workspace} />
      ) : error ? (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      ) : (
        <Notice>Reading …</Notice>
      )}
    </SettingsSection>
  );
}

/** The form begins anew when what it edits was changed elsewhere. */
function factsOf({ name, currency, hourlyCost, locale, timeZone }: Workspace): string {
  return JSON.stringify([name, currency, hourlyCost, locale, timeZone]);
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { renew } = useSession();
  const { name, currency, locale, timeZone } = workspace;
  const start = { name, currency, hourlyCost: String(workspace.hourlyCost), locale, timeZone };
  const { draft, set, clear } = useFormDraft('workspace', start);
  const [update, { loading }] = useMutation(UPDATE_WORKSPACE);
  const [error, setError] = useState<unknown>(null);
  const wrong = fieldOf(error);
  const problem = (field: string) => (wrong === field ? sayError(error) : undefined);
  const hourlyCost = hourlyCostOf(draft.hourlyCost);
  const changed = Object.entries(start).some(([field, value]) => draft[field as keyof typeof draft] !== value);

  async function save() {
    await update({ variables: { input: { ...draft, hourlyCost } } });
    clear();
    say('The workspace is changed.');
    // Every figure of the board may be another one now.
    await renew();
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        save().catch(setError);
      }}
    >
      <Field label="Name" text={draft.name} longest={80} error={problem('name')}>
        {(control) => (
          <input {...control} required value={draft.name} onChange={({ target }) => set('name', target.value)} />
        )}
      </Field>
      <div className={styles['pair']}>
        <CurrencyField
          value={draft.currency}
          onChange={(value) => set('currency', value)}
          error={problem('currency')}
        />
        <HourlyCostField
          value={draft.hourlyCost}
          onChange={(value) => set('hourlyCost', value)}
          error={problem('hourlyCost')}
        />
        <Field label="Language of figures and dates in mails" error={problem('locale')}>
          {(control) => (
            <PickOne
              control={control}
              value={draft.locale}
              onChange={(value) => set('locale', value)}
              options={languages(locale).map((code) => ({ value: code, label: languageName(code) }))}
            />
          )}
        </Field>
        <TimeZoneField
          value={draft.timeZone}
          onChange={(value) => set('timeZone', value)}
          error={problem('timeZone')}
        />
      </div>
      {Boolean(error) && !wrong && (
        <p role="alert" className={styles['problem']}>
          ▲ {sayError(error)}
        </p>
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="main" disabled={loading || !changed || !Number.isFinite(hourlyCost)}>
          Save
        </Button>
        {changed && (
          <Button look="quiet" onClick={clear}>
            Put it back
          </Button>
        )}
      </div>
    </form>
  );
}
