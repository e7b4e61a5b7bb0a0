import { Notice } from '../../ui/notice.js';

export default function MinePage() {
  return <Notice title="My pain points" />;
}
