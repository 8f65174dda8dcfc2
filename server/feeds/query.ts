import { readFileSync } from 'node:fs';

const url = new URL('../../cypher/feeds/entries_of_list.cypher', import.meta.url);

/** The entries of `$list` that the graph holds. */
export const entriesOfList = readFileSync(url, 'utf8');
