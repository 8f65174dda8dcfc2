import { useCallback } from 'react';
import { useAddressParameter } from './address-parameter.ts';

/** The ways to look at what is on the board; the first is what a board opens with. */
export const views = ['graph', 'table', 'map', 'payouts', 'ratings', 'flow'] as const;
export type View = (typeof views)[number];

/** The view in force stands in the address, so that a colleague opens the same one. */
export function useView(): [View, (view: View) => void] {
  const [asked, ask] = useAddressParameter('view');
  const show = useCallback((next: View) => ask(next === views[0] ? null : next), [ask]);
  return [views.find((one) => one === asked) ?? views[0], show];
}
