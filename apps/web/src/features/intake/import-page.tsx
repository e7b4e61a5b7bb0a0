import { Notice } from '../../ui/notice.js';

export default function ImportPage() {
  return <Notice title="Import" />;
}
