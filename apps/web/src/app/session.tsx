import { useApolloClient, useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { goByTimeOf } from '../format.js';
import { onSignedOut } from '../graphql/client.js';
import { connection } from '../graphql/connection.js';
import type { SessionQuery } from '../graphql/generated/types.js';
import { sayError } from '../graphql/say-error.js';
import { useTryAgain } from '../graphql/try-again.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { forgetDrafts } from '../ui/use-draft.js';
import { forgetAddress, rememberAddress } from './last-address.js';
import { lazyScreen } from './lazy-screen.js';
import { SESSION, SIGN_OUT } from './session.graphql.js';
import { signInFor } from './sign-in-for.js';

const LinkEnded = lazyScreen(() => import('../features/present/link-ended.js'));

export type Me = NonNullable<SessionQuery['me']>;
export type Role = Me['role'];

const RANK: Record<Role, number> = { VIEWER: 0, SPONSOR: 1, IT: 2, LEAD: 3, ADMIN: 4 };

export function atLeast(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}

/** The first page of somebody with this role. */
export function homeOf(role: Role): string {
  return atLeast(role, 'IT') ? '/board' : '/mine';
}

interface Session {
  setup: SessionQuery['setup'];
  me: SessionQuery['me'];
  /** What this screen is, when nobody signed in on it but it has a pass. */
  guest: SessionQuery['guest'];
  /** Reads anew who is signed in, forgetting what the one before saw. Call it after signing in. */
  renew(): Promise<void>;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

/** Knows who is signed in before anything is shown. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(SESSION, { fetchPolicy: 'cache-first' });

  useEffect(
    () =>
      onSignedOut(() => {
        void client.clearStore().then(() => refetch());
      }),
    [client, refetch],
  );

  // However somebody came in: once the session is over, one click is to bring them back.
  const address = data?.setup.demo ? null : data?.me?.email;
  useEffect(() => {
    if (address) rememberAddress(address);
  }, [address]);

  const session = useMemo<Session | null>(
    () =>
      data
        ? {
            setup: data.setup,
            me: data.me,
            guest: data.guest,
            async renew() {
              await client.clearStore();
              connection.restart();
              await refetch();
            },
            async signOut() {
              await client.mutate({ mutation: SIGN_OUT });
              forgetDrafts();
              forgetAddress();
              await client.clearStore();
              connection.restart();
              await refetch();
              await navigate('/sign-in');
            },
          }
        : null,
    [data, client, refetch, navigate],
  );

  useTryAgain(error !== undefined && !session, () => refetch().catch(() => undefined));
  useGuestMark(data);
  // Before anything below writes a day.
  goByTimeOf(data?.setup.timeZone ?? null);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (!error) return <p className="unseen">Opening Stanch …</p>;
  return (
    <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
      {sayError(error)}
    </Notice>
  );
}

const MARK = 'stanch-guest';

type GuestKind = NonNullable<SessionQuery['guest']>['kind'];

/** Whether this screen came in as this last, without a person, and nobody has signed in on it since. */
export function cameInAs(kind: GuestKind): boolean {
  return localStorage.getItem(MARK) === kind;
}

/** Remembers as what this screen came in: once its link or its remote has ended, it is to say so. */
function useGuestMark(data: SessionQuery | undefined): void {
  const [me, kind] = [data?.me, data?.guest?.kind];
  useEffect(() => {
    if (me) localStorage.removeItem(MARK);
    else if (kind) localStorage.setItem(MARK, kind);
  }, [me, kind]);
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}

/** The one who is signed in; only below `SignedIn`. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('useMe needs somebody who is signed in.');
  return me;
}

/** Whoever looks: somebody who is signed in, or a screen that only looks on. */
export function useViewer(): { id: string | null; role: Role } {
  const { me } = useSession();
  return me ?? { id: null, role: 'VIEWER' };
}

/** Lets through who is signed in with this role at least, and sends others where they belong. */
export function SignedIn({
  needs = 'VIEWER',
  guests = false,
  children,
}: {
  needs?: Role;
  /** Whether a screen without a person may come through too. */
  guests?: boolean;
  children: ReactNode;
}) {
  const { setup, me, guest } = useSession();
  const location = useLocation();
  if (setup.needed && !me) return <Navigate to="/welcome" replace />;
  if (!me && guests && guest) return children;
  if (!me && guests && cameInAs('PROJECTOR')) return <LinkEnded />;
  if (!me && guests && cameInAs('REMOTE')) return <Navigate to="/remote" replace state={{ wanted: location }} />;
  if (!me) return <Navigate to={signInFor(location)} replace />;
  if (!atLeast(me.role, needs)) return <Navigate to={homeOf(me.role)} replace />;
  return children;
}
