import { Notice } from '../../ui/notice.js';

export default function PeoplePage() {
  return <Notice title="People" />;
}
