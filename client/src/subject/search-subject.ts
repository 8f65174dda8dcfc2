import type { Graph } from '../../../domain/answers.ts';
import { nodeTypeNames, type NodeTypeName } from '../../../domain/schema/schema.ts';
import { ask } from '../api/fetch.ts';

/** All that a search finds, under an address of its own: as a list, or drawn. */
export interface SearchSubject {
  kind: 'search';
  id: string;
  /** Nodes of this type alone. */
  type: NodeTypeName | undefined;
  drawn: boolean;
}

/** The longest list of results. */
export const mostResults = 500;

/** `?q=…&type=…&on=canvas` */
export function searchSubject(query: string): SearchSubject {
  const asked = new URLSearchParams(query);
  const type = nodeTypeNames.find((name) => name === asked.get('type'));
  return {
    kind: 'search',
    id: asked.get('q')?.trim() ?? '',
    type,
    drawn: asked.get('on') === 'canvas',
  };
}

export function addressOfSearch({ id, type, drawn }: Omit<SearchSubject, 'kind'>): string {
  const query = new URLSearchParams({ q: id });
  if (type) query.set('type', type);
  if (drawn) query.set('on', 'canvas');
  return `/search?${query.toString()}`;
}

/** What is found, each for itself: expanding shows what links it. */
export async function graphOfSearch(
  { id, type, drawn }: SearchSubject,
  signal: AbortSignal,
): Promise<Graph> {
  if (!drawn || id === '') return { nodes: [], relations: [], omitted: 0 };
  const { items } = await ask('search', {}, { q: id, limit: mostResults, type }, signal);
  return { nodes: items.map(({ node }) => node), relations: [], omitted: 0 };
}
