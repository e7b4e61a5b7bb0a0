import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useOnline } from '../graphql/connection.js';
import { useBoardFilter } from '../features/board/board-filter.js';
import { Logo } from '../ui/logo.js';
import { Menu } from '../ui/menu.js';
import { PersonMark } from '../ui/person-mark.js';
import { lazyScreen } from './lazy-screen.js';
import { atLeast, useMe, useSession } from './session.js';
import styles from './shell.module.css';
import { type Theme, useTheme } from './theme.js';

const Bell = lazyScreen(() => import('../features/notifications/bell.js'));
const KeepPush = lazyScreen(() => import('../features/notifications/keep-push.js'));

const THEMES: [Theme, string][] = [
  ['system', 'as the system'],
  ['light', 'light'],
  ['dark', 'dark'],
];

/** The frame of every screen: where one is, where one may go, who one is. */
export function Shell() {
  const { setup } = useSession();
  const { role } = useMe();
  const { pathname } = useLocation();
  const { search } = useBoardFilter();
  const places = [
    ['/board', 'Board', true],
    ['/mine', 'My pain points', true],
    ['/commitments', 'Commitments', true],
    ['/plots', 'Plots', true],
    ['/meetings', 'Meetings', true],
    // What the board is narrowed to is what the meeting begins with.
    [pathname.startsWith('/board') ? `/present${search}` : '/present', 'Present', true],
    ['/import', 'Import', atLeast(role, 'LEAD')],
    ['/outbox', 'Outbox', atLeast(role, 'LEAD')],
    ['/people', 'People', atLeast(role, 'IT')],
  ] as const;
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        Skip to the content
      </a>
      <header className={styles['header']}>
        <NavLink to="/" className={styles['brand']} aria-label="Stanch: my first page">
          <Logo />
          <span className={styles['name']}>Stanch</span>
        </NavLink>
        <nav aria-label="Screens" className={styles['places']}>
          {places.map(
            ([to, label, allowed]) =>
              allowed && (
                <NavLink key={label} to={to}>
                  {label}
                </NavLink>
              ),
          )}
        </nav>
        <div className={styles['self']}>
          {setup.demo && <span className={styles['demo']}>Demo</span>}
          <div className={styles['bell']}>
            <Bell />
          </div>
          <SelfMenu />
        </div>
      </header>
      <Offline />
      {mayBePushedTo() && <KeepPush />}
      <main id="content" className={styles['content']} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** Whether push was switched on in this browser once, by whomever: only then is there anything to keep. */
function mayBePushedTo(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

function SelfMenu() {
  const { signOut } = useSession();
  const me = useMe();
  const navigate = useNavigate();
  const [theme, choose] = useTheme();
  return (
    <Menu
      label={`${me.name}: theme and signing out`}
      button={<PersonMark name={me.name} />}
      buttonClass={styles['selfButton']}
      items={() => [
        { label: 'Settings', onChoose: () => void navigate('/settings') },
        ...THEMES.map(([value, label]) => ({
          label: `${theme === value ? '●' : '○'} Theme: ${label}`,
          onChoose: () => choose(value),
        })),
        { label: 'Sign out', onChoose: () => void signOut() },
      ]}
    />
  );
}

/** Says so while the line to the server is cut; changes are still shown as they were. */
function Offline() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={styles['offline']}>
          <span aria-hidden="true">◌</span> Not connected. You see the last known state; Stanch catches up by itself as
          soon as it can be reached.
        </p>
      )}
    </div>
  );
}
