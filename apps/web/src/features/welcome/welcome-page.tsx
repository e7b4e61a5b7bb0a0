import { Notice } from '../../ui/notice.js';

export default function WelcomePage() {
  return <Notice title="Welcome to Stanch" />;
}
