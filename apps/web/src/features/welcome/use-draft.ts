import { useEffect, useState } from 'react';

/** What was typed into a form, kept over a reload of the page; secrets are never kept. */
export function useDraft<Draft extends Record<string, string>>(
  name: string,
  empty: Draft,
  secrets: readonly (keyof Draft)[] = [],
) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...stored<Draft>(name) }));
  useEffect(() => {
    const kept = Object.fromEntries(Object.entries(draft).filter(([field]) => !secrets.includes(field)));
    sessionStorage.setItem(name, JSON.stringify(kept));
  }, [name, draft, secrets]);
  return {
    draft,
    set: (field: keyof Draft, value: string) => setDraft((before) => ({ ...before, [field]: value })),
    clear() {
      sessionStorage.removeItem(name);
      setDraft(empty);
    },
  };
}

function stored<Draft>(name: string): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}
