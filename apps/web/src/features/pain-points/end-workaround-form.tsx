import { END_WORKAROUND } from './pain-point-acts.graphql.js';
import { ReasonForm } from './reason-form.js';
import { useOpenDetails } from './use-details.js';

/** Asks why a workaround helps no longer. */
export function EndWorkaroundForm({ onDone }: { onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const { id } = details;
  return (
    <ReasonForm
      draft={`end-workaround:${id}`}
      label="Why does it help no longer?"
      hint="Its sponsors read this. It bleeds again as before the workaround."
      button="Take it back"
      missing="Say why: its sponsors read it."
      send={(reason) =>
        act({
          mutation: END_WORKAROUND,
          variables: { input: { painPointId: id, reason } },
          expect: (state) => ({ ...state, workaround: null }),
        })
      }
      onDone={onDone}
    />
  );
}
