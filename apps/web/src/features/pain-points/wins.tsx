import { useState } from 'react';
import { day, money, number } from '../../format.js';
import { Button } from '../../ui/button.js';
import { Quote } from '../../ui/quote.js';
import { say } from '../../ui/toasts.js';
import { PUBLISH_WIN, QUOTE_IN_WIN } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Section } from './section.js';
import { ShareWin } from './share.js';
import { Tells } from './tells.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { useOpener } from './use-opener.js';
import styles from './wins.module.css';

type Win = Details['wins'][number];

/** What got better, and what its sponsors have been told of it. */
export function Wins() {
  const { details, askForWin } = useOpenDetails();
  const { works } = useRights();
  const { wins, mergedInto, stage } = details;
  const due = stage.category === 'CHECKING' || stage.category === 'FIXED';
  const records = works && !mergedInto;
  if (wins.length === 0 && !(records && due)) return null;
  return (
    <Section
      title={wins.length === 1 ? 'The win' : 'Wins'}
      action={
        records ? (
          <Button look="quiet" small onClick={askForWin}>
            Record a win
          </Button>
        ) : null
      }
    >
      {wins.length === 0 && (
        <p className={parts['faint']}>No win is told yet. What can they do now that they could not?</p>
      )}
      {wins.length > 0 && (
        <ul className={styles['wins']}>
          {wins.map((win) => (
            <WinLine key={win.id} win={win} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/**
 * What a win gives back is said by whoever tells it; where the figures count another amount, why they do. What a win gives
 * back that healed several pain points was said of all of them together: there is nothing to compare.
 */
function OtherAmount({ win: { savedPerWeek, painPoints } }: { win: Win }) {
  const { bleedWhenPlanned, bleedExplained, stopsPerWeek } = useOpenDetails().details;
  const isOfOne = painPoints.length === 1;
  if (!isOfOne || !savedPerWeek || Math.round(savedPerWeek) === Math.round(stopsPerWeek)) return null;
  const cost = bleedWhenPlanned ?? bleedExplained.bleedPerWeek;
  const { currency } = bleedExplained;
  return (
    <p className={parts['faint']}>
      So said whoever told it. The figures of the board count what this pain point was estimated to cost
      {bleedWhenPlanned !== null && ' when it was planned'}: {money(cost, currency)} a week
      {Math.round(cost) !== Math.round(stopsPerWeek) &&
        `, less what the measure leaves: ${money(stopsPerWeek, currency)}`}
      .
    </p>
  );
}

function WinLine({ win }: { win: Win }) {
  const { details, act } = useOpenDetails();
  const { works, speaks } = useRights();
  const [sharing, setSharing] = useState(false);
  const opener = useOpener();
  const { id, headline, measure, unit, before, after, achievedOn, savedPerWeek, thanks, published, quote, quotedBy } =
    win;
  const publish = async () => {
    const { data } = await act({
      mutation: PUBLISH_WIN,
      variables: { id },
      expect: (state) => ({
        ...state,
        wins: state.wins.map((one) => (one.id === id ? { ...one, published: true } : one)),
      }),
      failure: 'The win was not published.',
    });
    if (data) say(`The win of ${details.key} is told to its sponsors.`);
  };
  const said = details.confirmations.findLast(({ fixed, words }) => fixed && words !== '');
  const quoteIt = async () => {
    if (!said) return;
    const { data } = await act({
      mutation: QUOTE_IN_WIN,
      variables: { winId: id, painPointId: details.id },
      expect: (state) => ({
        ...state,
        wins: state.wins.map((one) =>
          one.id === id ? { ...one, quote: said.words, quotedBy: { ...said.person } } : one,
        ),
      }),
      failure: 'The words were not put to the win.',
    });
    if (data) say(`The words of ${said.person.name} tell of the win now.`);
  };
  return (
    <li className={published ? '' : styles['unpublished']}>
      <p className={styles['headline']}>{headline}</p>
      {before !== null && after !== null && (
        <p className={styles['measure']}>
          {measure && <span>{measure}</span>}
          <span>
            {number(before, 2)} <span aria-label="became">→</span> <strong>{number(after, 2)}</strong> {unit}
          </span>
        </p>
      )}
      {(savedPerWeek ?? 0) > 0 && (
        <p className={styles['measure']}>
          gives back {money(savedPerWeek ?? 0, details.bleedExplained.currency)} a week, estimated
        </p>
      )}
      <OtherAmount win={win} />
      {thanks.length > 0 && <p className={styles['measure']}>Thanks to {thanks.map(({ name }) => name).join(', ')}</p>}
      {quote && <Quote words={quote} by={quotedBy?.name} />}
      <p className={parts['faint']}>
        {day(achievedOn)}
        {works && (published ? ' · its sponsors were told' : ' · only IT knows yet')}
      </p>
      {works && said && quote !== said.words && (
        <div className={parts['row']}>
          <Button look="quiet" small onClick={() => void quoteIt()}>
            Let the words of {said.person.name} tell of it
          </Button>
        </div>
      )}
      {published && speaks && !sharing && (
        <div className={parts['row']}>
          <Button ref={opener.ref} look="quiet" small onClick={() => setSharing(true)}>
            Share this win
          </Button>
        </div>
      )}
      {sharing && (
        <ShareWin
          win={win}
          onDone={() => {
            setSharing(false);
            opener.back();
          }}
        />
      )}
      {works && !published && (
        <div className={parts['row']}>
          <Button small onClick={() => void publish()}>
            Tell it to the sponsors
          </Button>
          <Tells />
        </div>
      )}
    </li>
  );
}
