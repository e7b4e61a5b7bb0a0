import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PainPointFilter } from '../../graphql/generated/types.js';

/** What the board is narrowed to, by the names that stand in the address. */
export const FILTER_NAMES = [
  'text',
  'mine',
  'unit',
  'service',
  'owner',
  'tag',
  'blocked',
  'silent',
  'due',
  'quick',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The filter that an address asks for; null narrows nothing. */
export function filterOf(address: URLSearchParams): PainPointFilter | null {
  const given = (name: FilterName) => address.get(name)?.trim() || undefined;
  const [text, unit, service, owner, tag] = (['text', 'unit', 'service', 'owner', 'tag'] as const).map(given);
  const filter: PainPointFilter = {
    ...(text && { text }),
    ...(given('mine') && { mine: true }),
    ...(unit && { businessUnitIds: [unit] }),
    ...(service && { serviceIds: [service] }),
    ...(owner && { ownerIds: [owner] }),
    ...(tag && { tags: [tag] }),
    ...(given('blocked') && { blocked: true }),
    ...(given('silent') && { silent: true }),
    ...(given('due') && { commitmentTimings: ['NEAR', 'PAST'] }),
    ...(given('quick') && { quadrants: ['QUICK_WIN'] }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

/** The address of a filter: what narrows the board by these names. */
export function addressOf(filter: { [Name in keyof PainPointFilter]?: PainPointFilter[Name] | null }): URLSearchParams {
  const { text, mine, businessUnitIds, serviceIds, ownerIds, tags, blocked, silent, commitmentTimings, quadrants } =
    filter;
  const given: Record<FilterName, string | null | undefined> = {
    text,
    mine: mine ? '1' : null,
    unit: businessUnitIds?.[0],
    service: serviceIds?.[0],
    owner: ownerIds?.[0],
    tag: tags?.[0],
    blocked: blocked ? '1' : null,
    silent: silent ? '1' : null,
    due: commitmentTimings?.[0] && '1',
    quick: quadrants?.[0] && '1',
  };
  return new URLSearchParams(FILTER_NAMES.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}

/** Says in an address that nothing is left out, where something would be without it. */
const WHOLE = 'whole';

/** The filter of the board as it stands in the address, and how to change it. */
export function useBoardFilter() {
  const [address, setAddress] = useSearchParams();
  const key = address.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(key)), [key]);
  const whole = address.has(WHOLE);
  const replace = useCallback(
    (wanted: URLSearchParams | typeof WHOLE | null) =>
      setAddress(
        (now) => {
          const next = new URLSearchParams(now);
          for (const name of [...FILTER_NAMES, WHOLE]) next.delete(name);
          if (wanted === WHOLE) next.set(WHOLE, '1');
          else for (const [name, value] of wanted ?? []) next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  const own = useMemo(() => filter ?? (whole ? {} : null), [filter, whole]);
  return {
    filter,
    /** What this screen asks for by itself; null: whatever is shown to all. */
    own,
    /** As it follows an address: with its question mark, or nothing. */
    search: filter ? `?${addressOf(filter).toString()}` : '',
    replace,
    given: (name: FilterName) => address.get(name) ?? '',
    set: (name: FilterName, value: string) =>
      setAddress(
        (now) => {
          const next = new URLSearchParams(now);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    clear: () => replace(null),
  };
}
