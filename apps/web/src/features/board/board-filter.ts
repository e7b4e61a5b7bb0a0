import { useMemo } from 'react';
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

/** The filter of the board as it stands in the address, and how to change it. */
export function useBoardFilter() {
  const [address, setAddress] = useSearchParams();
  const key = address.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(key)), [key]);
  return {
    filter,
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
    clear: () =>
      setAddress(
        (now) => {
          const next = new URLSearchParams(now);
          for (const name of FILTER_NAMES) next.delete(name);
          return next;
        },
        { replace: true },
      ),
  };
}
