/** A path of more relations than this says little of how two nodes are linked; `path.cypher` holds it too. */
export const longestPath = 8;
