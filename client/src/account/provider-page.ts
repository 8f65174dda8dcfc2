/** Where the page goes to the provider of single sign-on, and where that sends it back to. */
export const providerPage = '/sign-in/provider';

const key = 'skein-wanted';

/** Which view was wanted before one had to sign in. */
export function keepWanted(): void {
  const { pathname, search, hash } = location;
  sessionStorage.setItem(key, pathname === providerPage ? '/' : pathname + search + hash);
}

/** That view, once. */
export function takeWanted(): string {
  const wanted = sessionStorage.getItem(key) ?? '/';
  sessionStorage.removeItem(key);
  return wanted;
}
