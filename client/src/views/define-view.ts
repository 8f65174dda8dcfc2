import type { ComponentType } from 'react';
import type { messages } from '../../../domain/messages/later.ts';

/** In the address and in boards that are kept; `messages.views.names` says each in every language. */
export type ViewId = keyof typeof messages.views.names;

/** A way to look at what is on the board. */
export interface View<Id extends ViewId = ViewId> {
  id: Id;
  /** Lazy, unless the stage is not to be seen without it. */
  component: ComponentType;
  /** The key that shows it, and again what a board opens with. */
  hotkey?: string;
  /** Draws node by node: has a timeline of its own, and is slow where there are very many. */
  drawsNodes?: true;
  /** Shows too what was put away at first because it links nobody. */
  showsLeaves?: true;
}

/** Declares a view; `stage/views.ts` lists it. */
export function defineView<const Id extends ViewId>(view: View<Id>): View<Id> {
  return view;
}
