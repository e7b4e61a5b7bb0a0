/** Where one wanted to go; only an address within the app, never one that a stranger's link brings. */
export function nextOf(search: URLSearchParams): string | null {
  const next = search.get('next');
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : null;
}
