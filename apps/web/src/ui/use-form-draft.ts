import { useEffect, useRef, useState } from 'react';

const PREFIX = 'stanch-form:';

/**
 * What is being typed into a form. It is kept in this tab, so that neither a refusal nor a reload nor a closed sheet
 * loses it; secrets are never kept, and a form that nobody changed is not kept either.
 */
export function useFormDraft<Draft extends Record<string, string>>(
  name: string,
  start: Draft,
  secrets: readonly (keyof Draft)[] = [],
) {
  const place = PREFIX + name;
  const begun = useRef(start);
  const [draft, setDraft] = useState<Draft>(() => ({ ...start, ...stored<Draft>(place) }));
  useEffect(() => {
    const kept = Object.entries(draft).filter(
      ([field, value]) => !secrets.includes(field) && value !== begun.current[field],
    );
    if (kept.length === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(kept)));
  }, [place, draft, secrets]);
  return {
    draft,
    set: (field: keyof Draft, value: string) => setDraft((before) => ({ ...before, [field]: value })),
    clear() {
      sessionStorage.removeItem(place);
      setDraft(begun.current);
    },
  };
}

/** Whether something is being typed into the form of this name. */
export function hasFormDraft(name: string): boolean {
  return sessionStorage.getItem(PREFIX + name) !== null;
}

function stored<Draft>(place: string): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}
