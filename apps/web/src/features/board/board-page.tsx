import { Outlet } from 'react-router';

export default function BoardPage() {
  return <Outlet />;
}
