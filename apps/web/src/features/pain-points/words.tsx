import { useMe } from '../../app/session.js';
import { day, dayOf } from '../../format.js';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import { EditableText } from './editable-text.js';
import { ME_TOO } from './pain-point-acts.graphql.js';
import styles from './words.module.css';
import { type Details, useOpenDetails, useRights } from './use-details.js';

/** What the business said, before anything else: the sponsor's own words, and quotes from interviews. */
export function Words() {
  const { details } = useOpenDetails();
  const { steers, works } = useRights();
  const { raiser, raisedBy, raisedAt, description, quotes, businessUnit, mergedFrom } = details;
  // A pain point that was made of a quote has its very words: they are shown once, with where they were said.
  const source = quotes.find(({ text }) => sameWords(text, description));
  const others = quotes.filter((quote) => quote !== source);
  const about = [
    businessUnit?.name,
    source ? `in an interview on ${day(source.interview.heldOn)}` : dayOf(raisedAt),
    raisedBy.id !== raiser.id && `written down by ${raisedBy.name}`,
  ].filter(Boolean);
  return (
    <section className={styles['words']} aria-label="In the sponsor’s words">
      <EditableText
        field="description"
        label="The sponsor’s words"
        editable={steers}
        empty={
          works ? `What does it do to ${raiser.name}’s day? Write it as they say it.` : 'Nothing more was said yet.'
        }
        className={styles['said']}
      />
      <p className={styles['by']}>
        <strong>{raiser.name}</strong>
        {about.length > 0 && ` · ${about.join(' · ')}`}
      </p>
      {others.map(({ id, text, interview }) => (
        <figure key={id} className={styles['quote']}>
          <blockquote>{text}</blockquote>
          <figcaption>said in an interview on {day(interview.heldOn)}</figcaption>
        </figure>
      ))}
      {mergedFrom.map(({ id, key, title, description: said, raiser: who }) => (
        <figure key={id} className={styles['quote']}>
          <blockquote>{said || title}</blockquote>
          <figcaption>
            {who.name}, as {key}
            {said && ` “${title}”`}
          </figcaption>
        </figure>
      ))}
      <MeToo />
    </section>
  );
}

function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/[\s“”"'‘’.]+/g, ' ').trim();
  return plain(one) === plain(other);
}

/** Who feels it too, and standing behind somebody else's pain point oneself. */
function MeToo() {
  const { details, act } = useOpenDetails();
  const { speaks, works } = useRights();
  const me = useMe();
  const { id, key, raiser, sponsorships, viewerIsSponsor, closed, mergedInto } = details;
  const others = sponsorships.map(({ person }) => person).filter((person) => person.id !== raiser.id);
  const names = others.map((person) => (person.id === me.id ? 'you' : person.name));
  // Who works on it stands behind it only when somebody says so, under its sponsors.
  const mayJoin = speaks && !works && !viewerIsSponsor && !closed && !mergedInto;
  if (names.length === 0 && !mayJoin) return null;
  const join = async () => {
    const mine: Details['sponsorships'][number] = {
      __typename: 'Sponsorship',
      person: { __typename: 'Person', id: me.id, name: me.name, businessUnit: me.businessUnit },
      reason: 'JOINED',
      at: new Date().toISOString(),
      addedBy: null,
    };
    const { data } = await act({
      mutation: ME_TOO,
      variables: { id },
      expect: (state) => ({ ...state, viewerIsSponsor: true, sponsorships: [...state.sponsorships, mine] }),
      failure: 'You did not join.',
    });
    if (data) say(`You stand behind ${key} now, and will be told what happens.`);
  };
  return (
    <div className={styles['too']}>
      {names.length > 0 && (
        <p>
          {inARow(names)} {names.length === 1 && names[0] !== 'you' ? 'says' : 'say'} “me too”.
        </p>
      )}
      {mayJoin && (
        <Button small onClick={() => void join()}>
          Me too
        </Button>
      )}
    </div>
  );
}

const NAMED = 3;

function inARow(names: readonly string[]): string {
  const you = names.includes('you') ? ['You'] : [];
  const all = [...you, ...names.filter((name) => name !== 'you')];
  const shown = all.length > NAMED ? [...all.slice(0, NAMED - 1), `${all.length - NAMED + 1} others`] : all;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
