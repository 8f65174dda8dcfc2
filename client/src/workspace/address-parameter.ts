import { useCallback } from 'react';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';

/** Names, by its own address, what is told of while another thing stays open; it lies on top of that. */
export const aboutParameter = 'about';

/** What is set from here on can be gone back from. */
export function newEntry(): void {
  navigate(location.pathname + location.search);
}

/**
 * A parameter of the page's address and how to set it, null where it has none. Whoever reads one is not rendered when others
 * change; setting it puts nothing into the browser's history.
 */
export function useAddressParameter(name: string): [string | null, (value: string | null) => void] {
  const value = useLocationProperty(() => new URLSearchParams(location.search).get(name));
  const set = useCallback(
    (next: string | null) => {
      const search = new URLSearchParams(location.search);
      if (next === null) search.delete(name);
      else search.set(name, next);
      const text = search.toString();
      navigate(location.pathname + (text === '' ? '' : `?${text}`), { replace: true });
    },
    [name],
  );
  return [value, set];
}
