/** What a person reads of: the page inside an evidence bundle. */

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const evidencePageWords = {
  title: {
    cluster: (id: string) => `Evidence on cluster ${id}`,
    finding: (id: string) => `Evidence on finding ${id}`,
    board: (title: string) => `Evidence on the board “${title}”`,
    selection: (nodes: number) => `Evidence on ${plural(nodes, 'selected node', 'selected nodes')}`,
    account: (id: string, hops: number) =>
      `Evidence on account ${id} and what lies within ${plural(hops, 'step', 'steps')} of it`,
  },
  asOf: (time: string | null) =>
    time === null
      ? 'Drawn from all data that was loaded.'
      : `Drawn from what had happened by ${time}; nothing later was used.`,
  form: {
    caseNumber: 'Case number',
    authority: 'Legal authority',
    handedOver: 'Handed over by, to, on',
  },
  whatThisIs: 'What this is',
  whatThisIsText: [
    'This page is part of an evidence bundle. It shows a part of a graph: accounts, the addresses, devices, payment accounts and documents they used, and how these are connected. Every statement on it cites the rows of the data that it rests on. Those rows lie in the bundle word for word.',
    'The statements were made by fixed rules that are written out in the bundle. They link accounts to one another. They judge nobody: that accounts are linked, or that a pattern is consistent with a scheme, is a reason to look closer, not a finding of guilt. A person must look, consider the innocent explanations named below, and decide.',
  ],
  summary: 'Summary',
  summaryCounts: (accounts: number, findings: number, rows: number) =>
    `${plural(accounts, 'account is', 'accounts are')} shown, ${plural(findings, 'finding', 'findings')} with ${plural(rows, 'row', 'rows')} of source data.`,
  period: (first: string, last: string) => `What is cited happened between ${first} and ${last}.`,
  score: (score: number) =>
    `Score ${score.toFixed(2)} of 1.00: how strongly the data are consistent with one scheme, by rules alone.`,
  accounts: 'Accounts',
  accountHead: ['Account', 'Name shown', 'Score', 'Named in'],
  noScore: 'none',
  findings: 'Findings',
  noFindings: 'No detector found anything on what is shown here.',
  findingHead: (index: number, title: string) => `${index}. ${title}`,
  strength: (score: number) => `Strength of this pattern alone: ${score.toFixed(2)} of 1.00.`,
  detector: (title: string, id: string, version: number) =>
    `Found by the rule “${title}” (${id}, version ${version}).`,
  otherVersion: (ran: number, now: number) =>
    `The finding was made by version ${ran} of the rule; what follows, and the query in this bundle, are of version ${now}.`,
  indicators: (ids: string) =>
    `Indicators of the joint advisory on DPRK IT workers, 16 May 2022, by the program’s list: ${ids}.`,
  looksFor: 'What the rule looks for',
  facts: 'Figures',
  statements: 'What the data say',
  described: (file: string) => `is described in the file ${file}`,
  at: (time: string) => `on ${time}`,
  inferred: 'inferred by the program',
  sources: 'Sources:',
  more: (count: number, file: string) =>
    `${plural(count, 'more statement', 'more statements')} in ${file}.`,
  benign: 'Innocent explanations to consider',
  blindTo: 'What the rule cannot see',
  settings: 'Settings it ran with',
  rows: 'Source rows',
  rowsText:
    'The rows that this page cites, word for word. The number of a line counts from 1, the header; the SHA-256 of a file is that of its bytes as they were loaded.',
  rowHead: ['No.', 'Line', 'Text'],
  file: (name: string, sha256: string) => `${name}, SHA-256 ${sha256}`,
  cut: (count: number) => ` … ${plural(count, 'more character', 'more characters')}`,
  moreRows: (count: number) => `${plural(count, 'more row', 'more rows')} in source-rows.ndjson.`,
  limits: 'Limits',
  limitsText: [
    'The data are what was handed to the program. Whether they are complete and true, the program cannot know.',
    'Names, nationality, language and country are shown as the data state them. They are no evidence of anything by themselves.',
    'A shared address, device, payment account or document has innocent causes: an office, a family, an agency, a second-hand machine, a carrier’s or VPN’s exit.',
  ],
  omitted: (count: number) =>
    `${plural(count, 'relation was', 'relations were')} left out because of the limit on the size of a bundle.`,
  nothingOmitted: 'No relation was left out because of its size, and nothing was masked.',
  findingsBeyond: (count: number) =>
    `${plural(count, 'finding names', 'findings name')} some of these accounts and others that are not shown, and ${count === 1 ? 'is' : 'are'} left out for that reason; settings.json has the ids.`,
  missingRows: (count: number) =>
    `Of ${plural(count, 'cited row', 'cited rows')} the file is not kept any more; file, line and SHA-256 are in missing-rows.ndjson.`,
  verify: 'How to verify and repeat this',
  verifyText: [
    'Run “skein verify FILE.zip”: it needs no database and no network and names every file that was changed, added or removed, and whose signature it bears.',
    'In a browser, offline: open verify.html and drop the ZIP onto it; it says the same. A verifier that comes with what it checks proves little against whoever made both: get one from somebody you trust (“skein verify --page verify.html”).',
    'Without the program: unpack the ZIP, open a terminal in its folder and run “sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt”, or validate the folder with any BagIt 1.0 tool. signature.json is an in-toto statement in a DSSE envelope, signed with the ed25519 key in signer.pem: compare that key with the one that its owner hands you.',
    'To repeat: load the files with the SHA-256 named above into Skein, detect with the settings in settings.json, and export the same again. The file manifest-sha256.txt must then have the same bytes, whoever does it and whenever. The rules’ queries are in the folder queries.',
  ],
  contents: 'What else is in this bundle',
  contentsOf: [
    ['subgraph.json', 'all nodes and relations with all of their values and sources (RFC 8785)'],
    ['findings.json', 'the findings and the cluster in full'],
    [
      'judgements.ndjson',
      'what analysts judged about what is shown, with who, when and why; there only where they did',
    ],
    ['picture.svg, picture.png', 'the graph as a picture; the SVG stays sharp at any size'],
    ['graph.graphml, graph.gexf', 'the graph for Gephi, yEd, NetworkX'],
    [
      'followthemoney.json',
      'the same for tools that read FollowTheMoney, as those of OpenSanctions do',
    ],
    ['stix.json', 'the findings and what STIX 2.1 has a form for, for MISP and OpenCTI'],
    [
      'nodes.csv, relations.csv',
      'the same for a spreadsheet; an apostrophe stands before formulas',
    ],
    ['source-rows.ndjson', 'the source rows word for word'],
    ['detectors.json, queries/', 'the rules with their settings, and the text of every query'],
    ['settings.json', 'what was asked for, and what of the program decides on the answer'],
    [
      'verify.html',
      'beside the folder data: the page that verifies a bundle in a browser, offline',
    ],
  ],
  timeline: 'What happened when',
  timelineText:
    'What ties accounts to one another in the findings above, in the order of time. Times are UTC.',
  certification: {
    title: 'Certification',
    about:
      'For a qualified person to complete and sign: records generated by an electronic process, and data copied from an electronic device or file (United States, Federal Rules of Evidence 902(11), 902(13) and 902(14)). Elsewhere, use the form that the law there asks for. Unsigned, this page certifies nothing.',
    statements: [
      'I am qualified by my work and training to make this certification, and I know how the records in this bundle were made.',
      'The source rows in this bundle are copies of rows of files that were kept in the course of a regularly conducted activity. Each file is named with the SHA-256 of its bytes, and each row with its line; the copies were compared by these digests.',
      'The findings and the graph were generated by the program and the version that settings.json names, from these files alone, by rules whose text is in this bundle. The process gives the same result each time it is run on the same data.',
      'I verified this bundle with the program, or by the other means that this page names, and found that no file of it was changed, added or removed. The digest of its payload, as I found it, is written below.',
      'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct (28 U.S.C. § 1746).',
    ],
    lines: [
      'Payload digest (SHA-256 of manifest-sha256.txt)',
      'How it was verified, and when',
      'Name',
      'Position and organisation',
      'Date and place',
      'Signature',
    ],
  },
} as const;
