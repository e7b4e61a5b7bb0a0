import { Notice } from '../../ui/notice.js';

export default function SettingsPage() {
  return <Notice title="Settings" />;
}
