import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { connection } from '../../graphql/connection.js';
import { inTurn } from '../../graphql/in-turn-link.js';
import { isForGood } from '../../graphql/say-error.js';
import { useTryAgain } from '../../graphql/try-again.js';
import { PRESENT_STEP } from './acts.graphql.js';
import type { Meeting, StepKind } from './meeting.graphql.js';
import { keepLead, leadsHere, THIS_SCREEN } from './this-screen.js';
import { count, jump, type Place as PlaceOf, placeOf, positionOf, standing, type Step, type Was } from './place.js';

/** Where one stands in a meeting. */
export type Place = PlaceOf<StepKind>;

/** How one takes part: led by the one who presents, looking around by oneself, or presenting. */
export type Part = 'follows' | 'looks' | 'leads';

export interface Standing {
  place: Place;
  part: Part;
  go(place: Place): void;
  lead(): void;
  follow(): void;
}

const sameThing = (one: Place, other: Place) =>
  one.step === other.step && one.slide === other.slide && one.page === other.page;

/** Where one stands in the meeting, and who says so. */
export function usePlace(
  meeting: Meeting,
  steps: readonly Step<StepKind>[],
  /** How many pages a slide takes here, once it was counted. */
  pages: { of: string; count: number },
): Standing {
  const client = useApolloClient();
  const { id, state, position } = meeting;
  const over = state === 'ENDED';
  // While this screen was away, as in a reload, another one may have taken over.
  const taken = position.screen !== null && position.screen !== THIS_SCREEN;
  const led = useMemo(() => placeOf(steps, position) ?? { step: position.step, slide: '', page: 0 }, [steps, position]);
  const [own, setOwn] = useState<Place>(() => (over && jump(steps, steps[0]?.kind)) || led);
  const [part, setPart] = useState<Part>(() => (over ? 'looks' : leadsHere(id) && !taken ? 'leads' : 'follows'));

  // Where a card or a step stood when it went: its neighbour is shown, not the first of all.
  const was = useRef<Was<StepKind>>({ at: 0, steps: [] });
  const wanted = part === 'follows' ? led : own;
  const place = useMemo(() => standing(steps, wanted, was.current), [steps, wanted]);
  useEffect(() => {
    const isOn = steps.some(({ kind }) => kind === wanted.step);
    was.current = {
      at: (count(steps, place)?.at ?? 1) - 1,
      // The agenda that knew the step is kept: which one is near to it is asked again with every reading.
      steps: isOn ? steps.map(({ kind }) => kind) : was.current.steps,
    };
  }, [steps, place, wanted]);

  const told = useRef('');
  // What was told and not answered yet; and whether it was refused last for a reason that may pass.
  const [underWay, setUnderWay] = useState(0);
  const [failed, setFailed] = useState(false);
  const mine = useRef(0);
  const tell = useCallback(
    (next: Place) => {
      const here = positionOf(steps, next);
      if (!here) return;
      const words = JSON.stringify(here);
      if (told.current === words) return;
      told.current = words;
      setUnderWay((before) => before + 1);
      client
        .mutate({
          mutation: PRESENT_STEP,
          variables: { input: { meetingId: id, ...here, screen: THIS_SCREEN } },
          context: inTurn('present'),
          fetchPolicy: 'no-cache',
        })
        .then(({ data }) => {
          setFailed(false);
          const then = data?.presentStep.position;
          if (then?.screen === THIS_SCREEN) mine.current = Math.max(mine.current, then.revision);
        })
        .catch((error: unknown) => {
          // It is told again once the line is back, or after a while; meanwhile one goes on.
          if (told.current === words) told.current = '';
          setFailed(!isForGood(error));
        })
        .finally(() => setUnderWay((before) => before - 1));
    },
    [client, id, steps],
  );

  const leading = part === 'leads' && !over;
  // The last page is not known before the pages are counted; until then nothing is told.
  const counted = pages.of === `${place.step} ${place.slide}`;
  const shownPage = counted ? Math.min(place.page, pages.count - 1) : place.page;
  const here = useMemo(() => ({ ...place, page: shownPage }), [place, shownPage]);
  useEffect(() => {
    if (leading && counted) tell(here);
  }, [leading, counted, here, tell]);
  useEffect(() => (leading ? connection.onReturn(() => tell(here)) : undefined), [leading, here, tell]);
  useTryAgain(failed && leading, () => tell(here));

  // Another screen presents now, of somebody else or of the same person: one hand moves the meeting, not two. An answer
  // that comes late tells of a time before this screen did, or before it took over; and while this screen tells where it
  // goes, nobody knows yet who was the last.
  const before = useRef(presenceOf(position));
  useEffect(() => {
    if (position.screen === THIS_SCREEN) {
      mine.current = Math.max(mine.current, position.revision);
      before.current = '';
      return;
    }
    const isOld = position.revision <= mine.current || presenceOf(position) === before.current;
    if (!leading || isOld || underWay > 0) return;
    keepLead(id, false);
    setPart('follows');
  }, [position, leading, id, underWay]);

  return {
    place: here,
    part,
    go(next) {
      if (sameThing(next, here)) return;
      setOwn(next);
      if (part === 'follows') setPart('looks');
    },
    lead() {
      setOwn(here);
      told.current = '';
      before.current = presenceOf(position);
      keepLead(id, true);
      setPart('leads');
    },
    follow() {
      keepLead(id, false);
      setPart('follows');
    },
  };
}

/** Who moved the meeting there, on which screen and when, in a word. */
function presenceOf({ screen, presentedBy, at }: Meeting['position']): string {
  return [screen, presentedBy?.id, at].join(' ');
}
