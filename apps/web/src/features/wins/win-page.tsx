import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { atLeast, useMe, useSession } from '../../app/session.js';
import { day, money, number } from '../../format.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Quote } from '../../ui/quote.js';
import { sayFailure } from '../../ui/say-failure.js';
import { StageMark } from '../../ui/stage-mark.js';
import { say } from '../../ui/toasts.js';
import { ShareWin } from '../pain-points/share.js';
import { JOIN_BEHIND_WIN, type ShownWin, WIN_PAGE } from './win-page.graphql.js';
import styles from './win-page.module.css';

/** A win at its own address: what got better, by how much, and the pain behind it, which one may join. */
export default function WinPage() {
  const id = useParams()['id'] ?? '';
  // Kept apart from the cards of the board, which follow the live line alone.
  const { data, error, refetch } = useQuery(WIN_PAGE, { variables: { id }, fetchPolicy: 'no-cache' });
  const win = data?.win;
  const headline = win?.headline;
  useEffect(() => {
    const before = document.title;
    document.title = headline ? `${headline} · Stanch` : 'A win · Stanch';
    return () => {
      document.title = before;
    };
  }, [headline]);
  return (
    <div className={styles['page']}>
      {win ? (
        <Shown win={win} onJoined={() => void refetch()} />
      ) : codeOf(error) === 'NOT_FOUND' ? (
        <Notice title="There is no such win" action={<ButtonLink to="/">Go to my first page</ButtonLink>}>
          The link may be old, or a letter of it was lost on the way.
        </Notice>
      ) : error ? (
        <Notice
          kind="heed"
          title="The win could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {sayError(error)}
        </Notice>
      ) : (
        <div className={styles['ghost']} role="status" aria-label="Reading the win" />
      )}
      <Outlet />
    </div>
  );
}

function Shown({ win, onJoined }: { win: ShownWin; onJoined: () => void }) {
  const { setup } = useSession();
  const speaks = atLeast(useMe().role, 'SPONSOR');
  const [sharing, setSharing] = useState(false);
  const { headline, achievedOn, quote, quotedBy, thanks, savedPerWeek, published, painPoints } = win;
  return (
    <>
      <article className={styles['win']}>
        <p className={styles['soft']}>What got better · {day(achievedOn)}</p>
        <h1>{headline}</h1>
        <Measured win={win} />
        {(savedPerWeek ?? 0) > 0 && (
          <p>It gives back {money(savedPerWeek ?? 0, setup.currency ?? 'EUR')} a week, estimated.</p>
        )}
        {quote && <Quote words={quote} by={quotedBy?.name} />}
        {thanks.length > 0 && (
          <p className={styles['soft']}>
            Thanks to {new Intl.ListFormat('en').format(thanks.map(({ name }) => name))}.
          </p>
        )}
        {!published && <p className={styles['soft']}>○ Only IT knows of it yet; it can be shared once it is told.</p>}
        {published && speaks && !sharing && (
          <div>
            <Button onClick={() => setSharing(true)}>Share this win</Button>
          </div>
        )}
        {sharing && <ShareWin win={win} onDone={() => setSharing(false)} />}
      </article>
      <section aria-labelledby="behind" className={styles['behind']}>
        <h2 id="behind">{painPoints.length === 1 ? 'The pain behind it' : 'The pains behind it'}</h2>
        <ul>
          {painPoints.map((one) => (
            <Behind key={one.id} painPoint={one} winId={win.id} onJoined={onJoined} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** How it was and how it is, in what was measured. */
function Measured({ win: { measure, unit, before, after } }: { win: ShownWin }) {
  if (before === null || after === null) return measure === null ? null : <p>{measure}</p>;
  return (
    <figure className={styles['measured']}>
      {measure && <figcaption>{measure}</figcaption>}
      <p>
        <span>{number(before, 2)}</span>
        <span className={styles['arrow']}>
          <span aria-hidden="true">→</span>
          <span className="unseen">became</span>
        </span>
        <strong>{number(after, 2)}</strong>
        {unit && <span className={styles['unit']}>{unit}</span>}
      </p>
    </figure>
  );
}

function Behind({
  painPoint,
  winId,
  onJoined,
}: {
  painPoint: ShownWin['painPoints'][number];
  winId: string;
  onJoined: () => void;
}) {
  const { role } = useMe();
  const [join, { loading }] = useMutation(JOIN_BEHIND_WIN, { fetchPolicy: 'no-cache' });
  const { id, key, title, description, raiser, businessUnit, stage, confirmed, viewerIsSponsor, closed, mergedInto } =
    painPoint;
  const onBoard = !closed && !mergedInto;
  // Who works on it stands behind it only when somebody says so, at its sponsors.
  const mayJoin = onBoard && !viewerIsSponsor && atLeast(role, 'SPONSOR') && !atLeast(role, 'IT');
  const meToo = async () => {
    await join({ variables: { id } });
    say(`You stand behind ${key} too now, and are told what happens.`);
    onJoined();
  };
  return (
    <li>
      <Link to={`/wins/${winId}/p/${key}`} state={{ opened: true }}>
        {title}
      </Link>
      {description && <p className={styles['words']}>{description}</p>}
      <p className={styles['soft']}>
        {key} · {raiser.name}
        {businessUnit && ` · ${businessUnit.name}`}
        {onBoard && (
          <>
            {' '}
            · <StageMark category={stage.category} /> {confirmed ? 'confirmed fixed' : stage.name}
          </>
        )}
      </p>
      {mayJoin && (
        <div className={styles['join']}>
          <Button disabled={loading} aria-label={`Me too: ${title}`} onClick={() => void meToo().catch(sayFailure)}>
            Me too
          </Button>
          <span className={styles['soft']}>It hurt me as well.</span>
        </div>
      )}
      {viewerIsSponsor && <p className={styles['soft']}>✓ You stand behind it.</p>}
    </li>
  );
}
