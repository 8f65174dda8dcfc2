/** The search box, the page of all results, and what keeps them findable. */
export const searchMessages = {
  bringingUp: (what: string) => `Making ready for search: ${what}`,
  results: 'Search results',
  page: (q: string) => `Search results for “${q}”`,
  matched: (column: string) => `in ${column}`,
  similar: 'similar to what you typed',
  none: (q: string) => `Nothing holds “${q}”.`,
  noneHint:
    'Ids, names in any script, e-mails, phone numbers, addresses, IP addresses and blocks such as 192.0.2.0/24, numbers of documents and words of texts are found; small slips are forgiven.',
  waiting: 'Searching …',
  findings: 'Findings',
  clusters: 'Clusters',
  detectors: 'Detectors',
  phrases: 'Patterns',
  phrase: (owner: string, version: number) =>
    `Asks the graph and draws the answer · ${owner}, version ${version}`,
  phraseBegun: (values: readonly string[]) =>
    values.length === 0
      ? 'Puts the phrase into the box: choose it again'
      : `Puts the phrase into the box, with ${values.join(', ')}: change that, then choose it again`,
  all: 'All results',
  more: 'The first results are listed; more match. Add a word, or choose one kind.',
  listed: (n: number) => (n === 1 ? '1 result' : `${n.toLocaleString('en')} results`),
  kinds: 'Kind',
  allKinds: 'All kinds',
  put: (n: number) => `Put ${n === 1 ? 'it' : `all ${n.toLocaleString('en')}`} on the canvas`,
  putOver: 'Put on top of what was drawn last',
  ofCluster: (n: number) => (n === 1 ? '1 account' : `${n.toLocaleString('en')} accounts`),
} as const;
