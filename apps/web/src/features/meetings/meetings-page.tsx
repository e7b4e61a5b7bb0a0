import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { atLeast, useMe } from '../../app/session.js';
import { momentOf, money, number, weekdayName } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import buttonStyles from '../../ui/button.module.css';
import { Notice } from '../../ui/notice.js';
import { AgendaForm } from './agenda-form.js';
import { compareMeetings } from './compare.js';
import { ComparedTable } from './compared-table.js';
import { MEETINGS, type PastMeeting } from './meetings.graphql.js';
import { MeetingRow } from './meeting-row.js';
import styles from './meetings-page.module.css';
import { ProjectorLinks } from './projector-links.js';
import { TwoWeeks } from './two-weeks.js';

/** The weekly status meeting: when it is, what it walks through, and all that were held, with the figures of their day. */
export default function MeetingsPage() {
  const { data, error, refetch, fetchMore } = useQuery(MEETINGS, { fetchPolicy: 'cache-and-network' });
  const { role } = useMe();
  const [may, leads] = [atLeast(role, 'IT'), atLeast(role, 'LEAD')];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>Meetings</h1>
          {data && (
            <p className={styles['soft']}>
              Every {weekdayName(data.workspace.meetingWeekday)} at {data.workspace.meetingTime}.
            </p>
          )}
        </div>
        <div className={styles['acts']}>
          <a className={`${buttonStyles['button']} ${buttonStyles['plain']}`} href="/meetings/calendar.ics" download>
            Put it into my calendar
          </a>
          {data?.running ? (
            <ButtonLink look="main" to={`/present/${data.running.id}`}>
              A meeting runs: follow it
            </ButtonLink>
          ) : (
            may && (
              <ButtonLink look="main" to="/present">
                Begin the meeting
              </ButtonLink>
            )
          )}
        </div>
      </header>
      {error && !data && (
        <Notice
          kind="heed"
          title="The meetings could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {sayError(error)}
        </Notice>
      )}
      {!data && !error && <div className={styles['ghost']} role="status" aria-label="Reading the meetings" />}
      <div className={styles['columns']}>
        {data && (
          <div className={styles['side']}>
            <Held
              meetings={data.meetings.nodes.filter(({ state }) => state === 'ENDED')}
              held={data.meetings.totalCount - (data.running ? 1 : 0)}
              more={
                data.meetings.pageInfo.hasNextPage
                  ? () =>
                      void fetchMore({ variables: { after: data.meetings.pageInfo.endCursor } }).catch(() => undefined)
                  : null
              }
            />
            <TwoWeeks />
          </div>
        )}
        <div className={styles['side']}>
          <AgendaForm editable={may} />
          {leads && <ProjectorLinks />}
        </div>
      </div>
    </div>
  );
}

function Held({
  meetings,
  held,
  more,
}: {
  meetings: readonly PastMeeting[];
  /** How many there are, also of those that are not listed yet. */
  held: number;
  more: (() => void) | null;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (meetings.length === 0) {
    return (
      <Notice title="No meeting was held yet">
        When one ends, its minutes, decisions and figures stay here for ever.
      </Notice>
    );
  }
  const [one, other] = meetings.filter(({ id }) => chosen.includes(id)).toReversed();
  return (
    <section className={styles['held']} aria-labelledby="held">
      <h2 id="held" className={styles['title']}>
        Held <span className={styles['count']}>{number(held)}</span>
      </h2>
      <p className={styles['soft']} aria-live="polite">
        {one && other ? (
          <a href="#compared">
            {momentOf(one.startedAt)} and {momentOf(other.startedAt)}, compared below
          </a>
        ) : chosen.length === 1 ? (
          'Choose a second meeting to see what changed in between.'
        ) : (
          held > 1 && `Choose any two of ${number(held)} meetings to compare their figures.`
        )}
      </p>
      <ul className={styles['list']}>
        {meetings.map((meeting) => (
          <MeetingRow
            key={meeting.id}
            meeting={meeting}
            bleeding={money(meeting.sinceLast.bleedNow, meeting.currency)}
            chosen={chosen.includes(meeting.id)}
            // A third choice lets go of the first.
            onChoose={(yes) =>
              setChosen((now) => (yes ? [...now, meeting.id].slice(-2) : now.filter((id) => id !== meeting.id)))
            }
          />
        ))}
      </ul>
      {more && <Button onClick={more}>Show earlier ones</Button>}
      {one && other && (
        <div id="compared" className={styles['compared']}>
          <h3 className={styles['title']}>Two meetings compared</h3>
          <ComparedTable
            label="Two meetings compared"
            before={momentOf(one.startedAt)}
            after={momentOf(other.startedAt)}
            rows={compareMeetings(one, other)}
          />
        </div>
      )}
    </section>
  );
}
