import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { homeOf, SignedIn, useMe } from './session.js';
import { Shell } from './shell.js';

const loadBoard = () => import('../features/board/board-page.js');
const BoardPage = lazy(loadBoard);
// Most visits begin at the board: it is fetched while the server is still asked who visits.
if (/^\/(board|$)/.test(location.pathname)) void loadBoard();
const PainPointRoute = lazy(() => import('../features/pain-points/pain-point-route.js'));
const WelcomePage = lazy(() => import('../features/welcome/welcome-page.js'));
const SignInPage = lazy(() => import('../features/welcome/sign-in-page.js'));
const MinePage = lazy(() => import('../features/sponsor/mine-page.js'));
const OutboxPage = lazy(() => import('../features/notifications/outbox-page.js'));
const ImportPage = lazy(() => import('../features/intake/import-page.js'));
const PeoplePage = lazy(() => import('../features/people/people-page.js'));
const SettingsPage = lazy(() => import('../features/settings/settings-page.js'));

/** Every address of the app. Each screen comes in a file of its own, once it is opened. */
export function AppRoutes() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/welcome" element={<WelcomePage />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route
          element={
            <SignedIn>
              <Shell />
            </SignedIn>
          }
        >
          <Route index element={<Home />} />
          <Route path="board" element={<BoardPage />}>
            <Route path="p/:key" element={<PainPointRoute />} />
          </Route>
          <Route path="mine" element={<MinePage />}>
            <Route path="p/:key" element={<PainPointRoute />} />
          </Route>
          <Route
            path="outbox"
            element={
              <SignedIn needs="LEAD">
                <OutboxPage />
              </SignedIn>
            }
          />
          <Route
            path="import"
            element={
              <SignedIn needs="LEAD">
                <ImportPage />
              </SignedIn>
            }
          />
          <Route
            path="people"
            element={
              <SignedIn needs="IT">
                <PeoplePage />
              </SignedIn>
            }
          />
          <Route path="settings" element={<SettingsPage />} />
          <Route path="*" element={<NotHere />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function Home() {
  return <Navigate to={homeOf(useMe().role)} replace />;
}

function NotHere() {
  return (
    <Notice title="There is nothing at this address" action={<ButtonLink to="/">Go to my first page</ButtonLink>}>
      The link may be old, or a letter of it was lost on the way.
    </Notice>
  );
}
