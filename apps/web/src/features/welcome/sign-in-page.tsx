import { Notice } from '../../ui/notice.js';

export default function SignInPage() {
  return <Notice title="Sign in" />;
}
