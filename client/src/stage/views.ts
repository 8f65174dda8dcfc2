import type { View, ViewId } from '../views/define-view.ts';
import flow from '../views/flow/view.ts';
import graph from '../views/graph/view.ts';
import map from '../views/map/view.ts';
import payouts from '../views/payouts/view.ts';
import ratings from '../views/ratings/view.ts';
import table from '../views/table/view.ts';
import { usualView } from '../workspace/view.ts';

/** Every view, in the order in which they are offered; one that has a name and is not here does not compile. */
const byId: Readonly<{ [Id in ViewId]: View<Id> }> = { graph, table, map, payouts, ratings, flow };

export const views: readonly View[] = Object.values(byId);

/** What a board opens with, where the address or a board names a view that this page does not know. */
export function viewNamed(id: string): View {
  return views.find((view) => view.id === id) ?? byId[usualView];
}
