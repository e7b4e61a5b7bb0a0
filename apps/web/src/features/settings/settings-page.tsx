import { atLeast, useMe } from '../../app/session.js';
import { ApiTokens } from './api-tokens.js';
import { Devices } from './devices.js';
import { Password } from './password.js';
import styles from './settings-page.module.css';
import { Stages } from './stages.js';
import { Told } from './told.js';
import { Webhooks } from './webhooks.js';
import { WorkingWeek } from './working-week.js';
import { WorkspaceFacts } from './workspace-facts.js';

/** What one sets for oneself; and, as a lead, for the workspace and its board. */
export default function SettingsPage() {
  const me = useMe();
  const leads = atLeast(me.role, 'LEAD');
  return (
    <div className={styles['page']}>
      <header>
        <h1>Settings</h1>
        <p className={styles['soft']}>
          {me.name}
          {me.email && ` · ${me.email}`}
          {me.businessUnit && ` · ${me.businessUnit.name}`}
        </p>
      </header>
      <Told />
      <Devices />
      {leads && <WorkspaceFacts />}
      {leads && <WorkingWeek />}
      {leads && <Stages />}
      {leads && <Webhooks />}
      <Password />
      <ApiTokens />
    </div>
  );
}
