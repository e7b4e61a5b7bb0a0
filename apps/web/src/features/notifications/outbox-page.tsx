import { Notice } from '../../ui/notice.js';

export default function OutboxPage() {
  return <Notice title="Outbox" />;
}
