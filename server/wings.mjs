/**
 * The wings of the server, in order: each imports from those before it alone (held by eslint.config.mjs).
 * @type {readonly { name: string, about: string }[]}
 */
export const wings = [
  { name: 'platform', about: 'settings, problems, who acts, what may be reached, documents' },
  { name: 'trust', about: 'keys and signatures, timestamps, the custody log' },
  {
    name: 'graph',
    about: 'Neo4j, names, what search finds a node by, nodes as the canvas shows them',
  },
  { name: 'people', about: 'who may come in, and what each may do' },
  { name: 'ingest', about: 'files and events into the graph, checked, with their sources' },
  {
    name: 'detection',
    about: 'rules, detectors, links, clusters, scores, and runs as they are kept',
  },
  { name: 'explore', about: 'what a person asks of the graph' },
  { name: 'decisions', about: 'what people decide, compare and try' },
  { name: 'evidence', about: 'reports, pictures, narratives and bundles' },
  {
    name: 'operations',
    about: 'schedules, deliveries, watchlist feeds; the database opened and replayed',
  },
  { name: 'edge', about: 'the API, the command line, the generated pages' },
];
