import { useRef, useState } from 'react';
import type { UpdatePainPointInput } from '../../graphql/generated/types.js';
import { codeOf, currentOf, sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { EDIT_PAIN_POINT } from './pain-point-acts.graphql.js';
import { type Details, useOpenDetails } from './use-details.js';

export type Edit = Omit<UpdatePainPointInput, 'id' | 'expectedVersion'>;

/** An edit that met another one of the same fields. */
export interface Conflict {
  mine: Edit;
  theirs: Record<string, unknown>;
  fields: string[];
  version: number;
}

/** What the panel shows of an edit before the server has answered. */
export type Shown = Partial<Details>;

/**
 * Saves fields of the open pain point. Fields that nobody else touched are merged by the server; where somebody did, the
 * conflict is kept, with what was typed, until the person has chosen.
 */
export function useEdit() {
  const { details, act } = useOpenDetails();
  const [conflict, setConflict] = useState<Conflict>();
  const own = useRef(0);

  const save = async (edit: Edit, seen?: number, shown?: Shown): Promise<boolean> => {
    const { id, version } = details;
    const { data, error } = await act({
      mutation: EDIT_PAIN_POINT,
      inTurn: id,
      // What one did oneself a moment ago is no edit of somebody else.
      variables: () => ({ input: { id, expectedVersion: seen ?? Math.max(version, own.current), ...edit } }),
      answered: ({ updatePainPoint }) => (own.current = updatePainPoint.version),
      ...(shown && { expect: (state: Details) => ({ ...state, ...shown }) }),
    });
    if (data) {
      setConflict(undefined);
      return true;
    }
    const theirs = currentOf(error);
    if (codeOf(error) === 'CONFLICT' && theirs) {
      const fields = Array.isArray(theirs['fields']) ? theirs['fields'].map(String) : Object.keys(edit);
      setConflict({ mine: edit, theirs, fields, version: Number(theirs['version']) });
    } else {
      say(`This was not saved. ${sayError(error)}`, { kind: 'heed' });
    }
    return false;
  };

  return {
    save,
    conflict,
    /** Lets one's own version stand over the other. */
    keepMine: () => conflict && save(conflict.mine, conflict.version),
    takeTheirs: () => setConflict(undefined),
  };
}
