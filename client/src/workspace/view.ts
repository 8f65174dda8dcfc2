import { useCallback } from 'react';
import { useAddressParameter } from './address-parameter.ts';

/** What a board opens with. */
export const usualView = 'graph';

/** What an address may say; a board is kept with it. */
const id = /^[a-z]{1,60}$/;

/**
 * The id of the view in force, which stands in the address so that a colleague opens the same one. It may be one that only a
 * newer page knows.
 */
export function useView(): [string, (view: string) => void] {
  const [asked, ask] = useAddressParameter('view');
  const show = useCallback((next: string) => ask(next === usualView ? null : next), [ask]);
  return [asked !== null && id.test(asked) ? asked : usualView, show];
}
