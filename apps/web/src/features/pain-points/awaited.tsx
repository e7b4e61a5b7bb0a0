import { useState } from 'react';
import { atLeast, useMe } from '../../app/session.js';
import { daysSince, span } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import { AnswerForm, type Said } from '../sponsor/answer-form.js';
import { TwoAnswers } from '../sponsor/two-answers.js';
import styles from './confirm-fix.module.css';
import { ASK_SPONSORS, CONFIRM_FIXED_FOR } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { type Details, useOpenDetails, useRights } from './use-details.js';

/** Whose word is awaited since when; who else can be asked, and a lead's way to say what a sponsor said. */
export function Awaited() {
  const { details, act } = useOpenDetails();
  const { steers } = useRights();
  const me = useMe();
  const [answering, setAnswering] = useState<string>();
  const able = whoCanSay(details);
  const open = details.confirmationRequests.filter((request) => request.open);
  const asked = new Set(open.map(({ person }) => person.id));
  const further = able.filter(({ id }) => !asked.has(id));
  const unconfirmed = details.stage.category === 'FIXED';
  const leads = atLeast(me.role, 'LEAD') && !hasWorkedOn(details, me.id);

  const ask = async (personId: string, name: string) => {
    const { data } = await act({
      mutation: ASK_SPONSORS,
      variables: { painPointId: details.id, personIds: [personId] },
      expect: (state) => ({
        ...state,
        confirmationRequests: [
          ...state.confirmationRequests.filter(({ person }) => person.id !== personId),
          {
            __typename: 'ConfirmationRequest',
            person: { __typename: 'Person', id: personId, name },
            askedAt: new Date().toISOString(),
            remindedAt: null,
            fixed: null,
            open: true,
          },
        ],
      }),
      failure: `${name} was not asked.`,
    });
    if (data) say(`${name} is asked too, by mail and in the app.`);
  };

  return (
    <section className={styles['awaited']} aria-label="Who says whether it is fixed">
      {unconfirmed && (
        <p>
          <strong>○ Fixed, unconfirmed.</strong> No sponsor has said so, and it is not counted as confirmed.
        </p>
      )}
      {able.length === 0 && (
        <p>
          Nobody can say yet whether it is fixed: all who stand behind it have worked on it. Add whom it hurts under
          Sponsors.
        </p>
      )}
      {open.length > 0 && (
        <ul>
          {open.map((request) => (
            <li key={request.person.id}>
              Waiting for {request.person.name} to say whether it is fixed{sayWhen(request)}.
            </li>
          ))}
        </ul>
      )}
      {open.length === 0 && able.length > 0 && !unconfirmed && (
        <p>Waiting for one of its sponsors to say whether it is fixed.</p>
      )}
      {steers && further.length > 0 && (
        <div className={parts['row']}>
          {further.slice(0, 6).map(({ id, name }) => (
            <Button key={id} small onClick={() => void ask(id, name)}>
              Ask {name}
              {open.length > 0 && ' too'}
            </Button>
          ))}
        </div>
      )}
      {leads && able.length > 0 && answering === undefined && (
        <p className={parts['row']}>
          <span className={parts['faint']}>Did somebody tell you?</span>
          {able.slice(0, 6).map(({ id, name }) => (
            <Button key={id} look="quiet" small onClick={() => setAnswering(id)}>
              Answer for {name}
            </Button>
          ))}
        </p>
      )}
      {answering !== undefined && (
        <AnswerFor
          key={answering}
          person={able.find(({ id }) => id === answering) ?? { id: answering, name: 'the sponsor' }}
          onDone={() => setAnswering(undefined)}
        />
      )}
    </section>
  );
}

/** A lead says what a sponsor said, and how they know. */
function AnswerFor({ person, onDone }: { person: { id: string; name: string }; onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const [fixed, setFixed] = useState<boolean>();
  const send = async ({ fixed: yes, rating, words, howKnown }: Said) => {
    const input = { painPointId: details.id, personId: person.id, fixed: yes, rating, words, howKnown };
    const { data, error } = await act({ mutation: CONFIRM_FIXED_FOR, variables: { input } });
    if (!data) return sayError(error);
    onDone();
    say(`The answer of ${person.name} is taken, and marked as brought by you.`);
    return undefined;
  };
  return (
    <div className={parts['box']}>
      <p>
        What does <strong>{person.name}</strong> say?
      </p>
      <TwoAnswers label={`What ${person.name} says`} chosen={fixed} onChoose={setFixed} />
      {fixed === undefined ? (
        <div className={parts['row']}>
          <Button look="quiet" small onClick={onDone}>
            Cancel
          </Button>
        </div>
      ) : (
        <AnswerForm
          key={String(fixed)}
          name={`${details.id}:${person.id}`}
          fixed={fixed}
          onBehalfOf={person.name}
          onSend={send}
          onCancel={onDone}
        />
      )}
    </div>
  );
}

/** The sponsors who feel it and have not worked on it. */
function whoCanSay(details: Details): { id: string; name: string }[] {
  const { sponsorships } = details;
  return sponsorships.map(({ person }) => person).filter(({ id }) => !hasWorkedOn(details, id));
}

function hasWorkedOn({ owner, tasks }: Details, personId: string): boolean {
  return owner?.id === personId || tasks.some(({ assignee }) => assignee?.id === personId);
}

function sayWhen({ askedAt, remindedAt }: Details['confirmationRequests'][number]): string {
  const days = daysSince(askedAt);
  const asked = days < 1 ? ', asked today' : `, asked ${span(days)} ago`;
  return remindedAt === null ? asked : `${asked} and reminded`;
}
