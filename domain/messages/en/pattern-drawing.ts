import { count } from './typography.ts';

/** A pattern as a picture, and one that is made of what is marked on the canvas. */
export const patternDrawingMessages = {
  title: 'The pattern, drawn',
  about:
    'Enter or a click opens a node or a link. Arrow keys go from one to the next, + links on, Delete takes out. The sentence below changes along.',
  ofNode: (name: string) => `Node: ${name}`,
  ofLink: (name: string) => `Link: ${name}`,
  lookedFor: 'looked for',
  type: 'Type',
  linkOn: (name: string) => `Link on from ${name}`,
  begin: 'Link it to …',
  also: 'And also to …',
  search: 'Search relations and types',
  noneLike: 'No relation of the schema holds these words.',
  removeFrom: 'Take it out, with what follows',
  notOn: {
    branches: 'What is looked for has as many parts as a pattern may have.',
    steps: 'A pattern goes no farther than this.',
    middle:
      'Something is linked on from here already. Only what is looked for may be linked to several: begin there.',
    ways: 'The schema has no relation to link this on by.',
  },
  added: (name: string) => `Added: ${name}`,
  removed: (name: string) => `Taken out: ${name}`,
  like: {
    ask: 'Ask for others like this',
    tooMany: (most: number) =>
      `A pattern is made of at most ${count(most, 'marked node', 'marked nodes')}. Mark fewer.`,
    apart: 'No link that a pattern can ask for joins what is marked. Mark nodes that are linked.',
    left: 'What the pattern does not take on from the canvas',
    close: 'Close this list',
    unlinked: (names: readonly string[], more: number) =>
      `Not linked to the rest of what is marked: ${listed(names, more)}.`,
    beside: (relation: string, one: string, other: string) =>
      `${relation} (${one} – ${other}): it joins two nodes that the pattern comes to in different ways.`,
    unknown: (relation: string, one: string, other: string) =>
      `${relation} (${one} – ${other}): a pattern cannot ask for this relation.`,
    same: (names: readonly string[], more: number) =>
      `Several ways lead to each of these, and the pattern asks for each way, but not that they meet: ${listed(names, more)}.`,
    much: (names: readonly string[], more: number) =>
      `More than a pattern may have. A way to each of these is left out: ${listed(names, more)}.`,
    others: (n: number) =>
      `${count(n, 'further link is', 'further links are')} not taken on either.`,
  },
} as const;

function listed(names: readonly string[], more: number): string {
  return more > 0 ? `${names.join(', ')} and ${more.toLocaleString('en')} more` : names.join(', ');
}
