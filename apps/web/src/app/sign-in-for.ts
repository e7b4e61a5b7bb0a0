/** The address at which one signs in to come to a page. */
export function signInFor({ pathname, search }: { pathname: string; search: string }): string {
  return `/sign-in?next=${encodeURIComponent(pathname + search)}`;
}
