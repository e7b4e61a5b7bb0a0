import { Navigate, Route, Routes } from 'react-router';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { lazyScreen } from './lazy-screen.js';
import { homeOf, SignedIn, useMe } from './session.js';
import { Shell } from './shell.js';

const BoardPage = lazyScreen(() => import('../features/board/board-page.js'));
const PainPointRoute = lazyScreen(() => import('../features/pain-points/pain-point-route.js'));
const WelcomePage = lazyScreen(() => import('../features/welcome/welcome-page.js'));
const SignInPage = lazyScreen(() => import('../features/welcome/sign-in-page.js'));
const EnterPage = lazyScreen(() => import('../features/welcome/enter-page.js'));
const CommitmentsPage = lazyScreen(() => import('../features/commitments/commitments-page.js'));
const MeetingsPage = lazyScreen(() => import('../features/meetings/meetings-page.js'));
const MinutesPage = lazyScreen(() => import('../features/meetings/minutes-page.js'));
const WinPage = lazyScreen(() => import('../features/wins/win-page.js'));
const PlotsPage = lazyScreen(() => import('../features/meetings/plots-page.js'));
const MinePage = lazyScreen(() => import('../features/sponsor/mine-page.js'));
const AnswerPage = lazyScreen(() => import('../features/sponsor/answer-page.js'));
const UnsubscribePage = lazyScreen(() => import('../features/notifications/unsubscribe-page.js'));
const OutboxPage = lazyScreen(() => import('../features/notifications/outbox-page.js'));
const ProjectorPage = lazyScreen(() => import('../features/present/projector-page.js'));
const KioskPage = lazyScreen(() => import('../features/present/kiosk-page.js'));
const RemotePage = lazyScreen(() => import('../features/present/remote-page.js'));
const PresentPage = lazyScreen(() => import('../features/present/present-page.js'));
const ImportPage = lazyScreen(() => import('../features/intake/import-page.js'));
const PeoplePage = lazyScreen(() => import('../features/people/people-page.js'));
const SettingsPage = lazyScreen(() => import('../features/settings/settings-page.js'));

// Most visits begin at the board: it is fetched while the server is still asked who visits.
if (/^\/(board|$)/.test(location.pathname)) BoardPage.ahead();

/** Every address of the app. Each screen comes in a file of its own, once it is opened. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/welcome" element={<WelcomePage />} />
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/enter/:token" element={<EnterPage />} />
      <Route path="/answer/:token" element={<AnswerPage />} />
      <Route path="/unsubscribe/:token" element={<UnsubscribePage />} />
      <Route path="/projector/:token" element={<ProjectorPage />} />
      <Route path="/remote" element={<RemotePage />} />
      <Route
        path="/kiosk"
        element={
          <SignedIn guests>
            <KioskPage />
          </SignedIn>
        }
      />
      {['/present', '/present/:meetingId'].map((path) => (
        <Route
          key={path}
          path={path}
          element={
            <SignedIn guests>
              <PresentPage />
            </SignedIn>
          }
        />
      ))}
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
        <Route path="commitments" element={<CommitmentsPage />}>
          <Route path="p/:key" element={<PainPointRoute />} />
        </Route>
        <Route path="meetings" element={<MeetingsPage />} />
        <Route path="meetings/:id" element={<MinutesPage />} />
        <Route path="wins/:id" element={<WinPage />}>
          <Route path="p/:key" element={<PainPointRoute />} />
        </Route>
        <Route path="plots" element={<PlotsPage />} />
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
