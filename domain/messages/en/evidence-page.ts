/** What a person reads of: the report inside an evidence bundle, which is written as a page and as a PDF. */
import { scoreMessages } from './score.ts';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const evidencePageMessages = {
  kicker: 'Evidence bundle',
  page: 'Page',
  of: 'of',
  tableOfContents: 'In this report',
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
  /** On the report beside the payload, which says for which case it was exported, and on the one inside, which must not. */
  handed: {
    kicker: (caseNumber: string) => `Evidence bundle · case ${caseNumber}`,
    title: 'For which case, by whom and why',
    by: 'Exported by',
    at: 'Exported on',
    reason: 'Why',
    run: 'Detection run',
    digest: 'Payload digest (SHA-256)',
    notStated: 'not stated',
    elsewhere:
      'Case number, legal authority, reason, and who exported this and when stand on the first page of report.html and report.pdf beside the folder data. This copy, inside the folder data, is the same whoever exports it, so that it can be made again and compared.',
  },
  form: {
    title: 'To be filled in by hand',
    caseNumber: 'Case number',
    authority: 'Legal authority',
    handedOver: 'Handed over by, to, on',
  },
  whatThisIs: 'What this is',
  whatThisIsText: [
    'This report is part of an evidence bundle. It shows a part of a graph: accounts, the addresses, devices, payment accounts and documents they used, and how these are connected. Every statement on it cites the rows of the data that it rests on. Those rows lie in the bundle word for word.',
    'The statements were made by fixed rules that are written out in the bundle. They link accounts to one another. They judge nobody: that accounts are linked, or that a pattern is consistent with a scheme, is a reason to look closer, not a finding of guilt. A person must look, consider the innocent explanations named below, and decide.',
  ],
  figures: {
    accounts: 'Accounts that it is about',
    context: 'Shown only for context',
    findings: 'Findings',
    rows: 'Source rows',
    period: 'Time of what is counted',
    made: 'Made by',
  },
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  summary: 'Summary',
  summaryText:
    'A finding is a pattern that one rule found in the data: several accounts paid through one payment account, say. Each finding below says what the rule looked for, what the data say sentence by sentence, and which rows say so; the numbers in brackets are those of the rows, which stand at the end.',
  /** `members` are the accounts that it is about, `context` those shown for context alone. */
  summaryCounts: (members: number, context: number, findings: number, rows: number) =>
    `It is about ${plural(members, 'account', 'accounts')}${context > 0 ? `, and shows ${plural(context, 'other', 'others')} only for context` : ''}: ${plural(findings, 'finding', 'findings')} with ${plural(rows, 'row', 'rows')} of source data.`,
  contextAccounts: (accounts: number) => plural(accounts, 'account', 'accounts'),
  period: (first: string, last: string) => `What is counted happened between ${first} and ${last}.`,
  citedPart: (part: string) => `The finding ${part}.`,
  score: (score: number) =>
    `Score ${score.toFixed(2)} of 1.00: ${scoreMessages.meaning.cluster}. ${scoreMessages.ranks}`,
  heldBy: 'The findings that hold it together, the strongest first:',
  splitsWithout: 'Without this one it would fall apart:',
  strongestFindings: 'The strongest findings',
  picture: 'The picture',
  accounts: 'Accounts',
  accountsText: {
    cluster: 'The members of the cluster.',
    finding: 'The accounts that the finding is about.',
    account: 'The account that this report was asked for.',
    selection: 'The accounts that somebody selected for this report.',
    board: 'The accounts that are members on the board, or in a cluster.',
  },
  noAccounts: 'This report is about no account.',
  accountScore: `Score: ${scoreMessages.meaning.account}, of 1.00. ${scoreMessages.ranks}`,
  accountHead: ['Account', 'Name shown', 'Score', 'Named in'],
  noScore: 'none',
  context: 'Accounts shown only for context',
  contextText:
    'These accounts use something, or are named in something, that the findings rest on. Nothing in this report says that they belong to what it is about: treat them as uninvolved.',
  contextHead: ['Account', 'Name shown', 'Touched by'],
  moreContext: (count: number) =>
    `${plural(count, 'more account', 'more accounts')} shown only for context in nodes.csv.`,
  /** Behind the name of an account in a sentence. */
  forContext: 'shown only for context',
  /** Of the accounts that a finding names, how many are what. */
  ofThem: (members: number, context: number) =>
    `Of the ${plural(members + context, 'account', 'accounts')} that this finding names, ${members.toLocaleString('en')} ${members === 1 ? 'is one' : 'are ones'} that this report is about; ${context.toLocaleString('en')} ${context === 1 ? 'is' : 'are'} shown only for context:`,
  findings: 'Findings',
  noFindings: 'No detector found anything on what is shown here.',
  findingHead: (index: number, title: string) => `${index}. ${title}`,
  strength: (score: number) =>
    `Strength ${score.toFixed(2)} of 1.00: ${scoreMessages.meaning.finding}. ${scoreMessages.ranks}`,
  foundBy: (id: string, version: number) => `Found by the rule ${id}, version ${version}:`,
  foundByUnknown: (id: string, version: number) =>
    `Found by the rule ${id}, version ${version}, which this program does not have.`,
  toFinding: (number: number) => `Finding ${number}`,
  counts: {
    title: 'How it counts',
    link: (weight: string) =>
      `It links its accounts to one another: at full strength it adds up to ${weight} to the link of two of them. Clusters, and their scores, come of such links.`,
    alone: 'It tells something of each account by itself, and links none to another.',
    account: (weight: string) =>
      `At full strength it adds up to ${weight} to the score of each account that it names.`,
    strength:
      'A weaker finding counts for less. Of findings of one kind of evidence only the strongest counts for a link.',
  },
  otherVersion: (ran: number, now: number) =>
    `The finding was made by version ${ran} of the rule; what follows, and the query in this bundle, are of version ${now}.`,
  indicators: 'Indicators of the joint advisory on DPRK IT workers, 16 May 2022',
  indicator: (id: string, meaning: string) => `${id}: ${meaning}`,
  looksFor: 'What the rule looks for',
  facts: 'Figures',
  statements: 'What the data say',
  described: (file: string) => `is described in the file ${file}`,
  at: (time: string) => `on ${time}`,
  inferred: 'inferred by the program',
  sources: 'Sources:',
  moreSources: (count: number) => `and ${plural(count, 'more row', 'more rows')}`,
  notPrinted: (file: string, line: number) => `${file}, line ${line}`,
  more: (count: number, file: string) =>
    `${plural(count, 'more statement', 'more statements')} in ${file}.`,
  moreFindings: (count: number) =>
    `${plural(count, 'weaker finding is', 'weaker findings are')} not told here and ${count === 1 ? 'stands' : 'stand'} in findings.json.`,
  moreAccounts: (count: number) =>
    `${plural(count, 'more account', 'more accounts')} in nodes.csv.`,
  moreMentions: (count: number) => `and ${count.toLocaleString('en')} more`,
  rules: 'The rules, and what else may explain what they find',
  rulesText:
    'Each rule is a query that is written out in the bundle. None of the explanations below was ruled out by the program: whoever decides must consider them.',
  rule: (title: string, id: string, version: number) => `${title} (${id}, version ${version})`,
  ruleFindings: 'Findings of this rule:',
  benign: 'Innocent explanations to consider',
  blindTo: 'What the rule cannot see',
  settings: 'Settings it ran with',
  weights: 'What it weighs',
  weightsText:
    'At full strength, in log-odds: 0.69 doubles the odds, 2.3 makes them ten times as high. Weights are measured on made-up worlds in which it is known who belongs to a scheme.',
  weightHead: ['For what', 'Weight', 'Why'],
  weightOf: {
    bond: 'link between two accounts',
    tight: 'link, where the finding is plain',
    own: 'score of an account',
    plain: 'score of an account, where the finding is plain',
  },
  number: 'No.',
  rows: 'Source rows',
  rowsText:
    'The rows that this report cites, word for word. The number of a line counts from 1, the header; the SHA-256 of a file is that of its bytes as they were loaded. “Cited by” names finding and statement: 2.5 is the fifth statement of finding 2.',
  rowsMasked:
    'Values that are masked stand in these rows as their pseudonyms. The SHA-256 is still that of the file as it was loaded.',
  rowHead: ['No.', 'Line', 'Text', 'Cited by'],
  sha256: (digest: string) => `SHA-256 ${digest}`,
  cut: (count: number) => ` … ${plural(count, 'more character', 'more characters')}`,
  moreRows: (count: number) => `${plural(count, 'more row', 'more rows')} in source-rows.ndjson.`,
  leftOut: 'What was left out, and why',
  printed: {
    whole:
      'All findings, statements, accounts and source rows of the bundle are printed in this report.',
    limits: (findings: number, statements: number, rows: number, characters: number) =>
      `So that it can be read, a report tells at most ${plural(findings, 'finding', 'findings')}, ${plural(statements, 'statement', 'statements')} in all, ${plural(rows, 'source row', 'source rows')} and of each row ${plural(characters, 'character', 'characters')}. The files of the bundle are whole.`,
    findings: (count: number) =>
      `${plural(count, 'finding is', 'findings are')} not told in this report; findings.json has all.`,
    statements: (count: number) =>
      `${plural(count, 'statement is', 'statements are')} not printed; findings.json has all.`,
    rows: (count: number) =>
      `${plural(count, 'source row is', 'source rows are')} not printed; source-rows.ndjson has all.`,
    cut: (count: number) =>
      `The text of ${plural(count, 'source row is', 'source rows are')} cut; source-rows.ndjson has all of it.`,
    accounts: (count: number) =>
      `${plural(count, 'account is', 'accounts are')} not listed; nodes.csv has all.`,
    context: (count: number) =>
      `${plural(count, 'account is', 'accounts are')} shown only for context and not listed; nodes.csv has all.`,
  },
  masked: {
    nothing: 'Nothing was masked.',
    values: {
      email: (count: number) => plural(count, 'e-mail address', 'e-mail addresses'),
      phone: (count: number) => plural(count, 'telephone number', 'telephone numbers'),
      document_number: (count: number) => plural(count, 'document number', 'document numbers'),
      address: (count: number) => plural(count, 'postal address', 'postal addresses'),
      name: (count: number) => plural(count, 'name of a person', 'names of people'),
      birth_date: (count: number) => plural(count, 'birth date', 'birth dates'),
      ip: (count: number) => plural(count, 'IP address', 'IP addresses'),
      account_id: (count: number) =>
        plural(count, 'account id or user name', 'account ids or user names'),
    },
    text: (values: string) =>
      `Replaced by keyed pseudonyms, everywhere in this bundle: ${values}. The same value has the same pseudonym, so that links stay visible; only who holds the key can tell which value it stands for.`,
  },
  limits: 'Limits',
  limitsText: [
    'The data are what was handed to the program. Whether they are complete and true, the program cannot know.',
    'Names, nationality, language and country are shown as the data state them. They are no evidence of anything by themselves.',
    'A shared address, device, payment account or document has innocent causes: an office, a family, an agency, a second-hand machine, a carrier’s or VPN’s exit.',
  ],
  omitted: (count: number) =>
    `${plural(count, 'relation was', 'relations were')} left out because of the limit on the size of a bundle.`,
  nothingOmitted: 'No relation was left out because of the limit on the size of a bundle.',
  findingsBeyond: (count: number) =>
    `${plural(count, 'finding names', 'findings name')} some of these accounts and others that are not shown, and ${count === 1 ? 'is' : 'are'} left out for that reason; settings.json has the ids.`,
  missingRows: (count: number) =>
    `Of ${plural(count, 'cited row', 'cited rows')} the file is not kept any more; file, line and SHA-256 are in missing-rows.ndjson.`,
  verify: 'How to verify and repeat this',
  verifyText: [
    'Run “skein verify FILE.zip”: it needs no database and no network and names every file that was changed, added or removed, and whose signature it bears.',
    'In a browser, offline: open verify.html and drop the ZIP onto it; it says the same. A verifier that comes with what it checks proves little against whoever made both: get one from somebody you trust (“skein verify --page verify.html”).',
    'Without the program: unpack the ZIP, open a terminal in its folder and run “sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt”, or validate the folder with any BagIt 1.0 tool. signature.json is an in-toto statement in a DSSE envelope, signed with the ed25519 key in signer.pem: verify-by-hand.txt has the commands by which OpenSSL checks it. Compare that key with the one that its owner hands you.',
    'To repeat: load the files with the SHA-256 named above into Skein, detect with the settings in settings.json, and export the same again. The file manifest-sha256.txt must then have the same bytes, whoever does it and whenever. The rules’ queries are in the folder queries.',
  ],
  contents: 'What is in this bundle',
  inData: 'In the folder data, the payload, which is the same whoever exports it and whenever:',
  contentsOf: [
    {
      files: ['report.html', 'report.pdf'],
      is: 'this report, as a page and for paper: the same text twice, without case number and who exported it, so that it is the same whoever does',
    },
    {
      files: ['subgraph.json'],
      is: 'all nodes and relations with all of their values and sources (RFC 8785)',
    },
    { files: ['findings.json'], is: 'the findings and the cluster in full' },
    {
      files: ['judgements.ndjson'],
      is: 'what analysts judged about what is shown, with who, when and why',
    },
    {
      files: ['exceptions.ndjson'],
      is: 'what was let weigh less of what is shown, with who, when, why and until when',
    },
    {
      files: ['explanation-checks.ndjson'],
      is: 'which honest explanations were checked, how, with which result, by whom and when',
    },
    {
      files: ['picture.svg', 'picture.png'],
      is: 'the graph as a picture; the SVG stays sharp at any size',
    },
    { files: ['graph.graphml', 'graph.gexf'], is: 'the graph for Gephi, yEd, NetworkX' },
    {
      files: ['followthemoney.json'],
      is: 'the same for tools that read FollowTheMoney, as those of OpenSanctions do, an entity a line; a value that this model refuses, such as a telephone number that cannot be one, stands in the notes of its entity',
    },
    {
      files: ['stix.json'],
      is: 'the findings and what STIX 2.1 has a form for, for MISP and OpenCTI',
    },
    {
      files: ['nodes.csv', 'relations.csv'],
      is: 'the same for a spreadsheet; an apostrophe stands before formulas',
    },
    {
      files: ['narrative.md'],
      is: 'a draft of a suspicious-activity narrative, for a person to check and edit before filing: asked for by name, and to be taken out before the bundle goes to anybody whom it is about',
    },
    {
      files: ['totals.csv'],
      is: 'what the payment accounts received and sent, by currency and month',
    },
    { files: ['source-rows.ndjson'], is: 'the source rows word for word' },
    {
      files: ['missing-rows.ndjson'],
      is: 'file, line and SHA-256 of cited rows whose file is not kept any more',
    },
    {
      files: ['detectors.json', 'queries/'],
      is: 'the rules with their settings, and the text of every query',
    },
    { files: ['board.json'], is: 'what the board showed and where it lay' },
    {
      files: ['by-hand.json'],
      is: 'what analysts added to the board by hand, with where it is known from, its grade and who added it: none of it is in the data',
    },
    {
      files: ['settings.json'],
      is: 'what was asked for, and what of the program decides on the answer',
    },
  ],
  besideData: 'Beside it, of this copy alone:',
  besideOf: [
    {
      files: ['report.html', 'report.pdf'],
      is: 'the same report with case number, legal authority, who exported it, when and why',
    },
    { files: ['export.json'], is: 'who exported it, when, why and for which case' },
    {
      files: ['bagit.txt', 'bag-info.txt'],
      is: 'that this is a bag (BagIt 1.0, RFC 8493), and the same of the export as that form has it',
    },
    {
      files: ['manifest-sha256.txt', 'tagmanifest-sha256.txt'],
      is: 'the SHA-256 of every file in the folder data, and of every file beside it but the second of these and what signs and dates it',
    },
    {
      files: ['signature.json', 'signer.pem'],
      is: 'the signature over every file and over what the bundle is called; the key that checks it',
    },
    {
      files: ['timestamp.tsr', 'timestamp-signature.json'],
      is: 'the word of an authority that the signature was there at a time (RFC 3161), and the signer’s that it is the one that came; where an authority is set',
    },
    {
      files: ['custody.json'],
      is: 'who did what to this evidence, and when: the part of the custody log that concerns it, up to this export, linked to all before it',
    },
    { files: ['verify.html'], is: 'the page that verifies a bundle in a browser, offline' },
    {
      files: ['verify-by-hand.txt'],
      is: 'the commands by which it is verified with OpenSSL and without Skein, and the form that is signed',
    },
  ],
  /** Where a narrative was asked for. */
  withNarrative: {
    warning:
      'This bundle holds the draft of a narrative for the authorities (narrative.md). It must not reach anybody whom it is about, nor who may tell them that a filing is thought of: that can be an offence (31 USC 5318(g)(2); Proceeds of Crime Act 2002, s. 333A). For anybody else export the bundle anew, without it.',
  },
  timeline: 'What happened when',
  timelineText:
    'What the findings above rest on, as far as it has a time, in the order of time. Times are UTC.',
  certification: {
    title: 'Certification',
    about:
      'For a qualified person to complete and sign: records generated by an electronic process, and data copied from an electronic device or file (United States, Federal Rules of Evidence 902(11), 902(13) and 902(14)). Elsewhere, use the form that the law there asks for. Unsigned, this form certifies nothing.',
    statements: [
      'I am qualified by my work and training to make this certification, and I know how the records in this bundle were made.',
      'The source rows in this bundle are copies of rows of files that were kept in the course of a regularly conducted activity. Each file is named with the SHA-256 of its bytes, and each row with its line; the copies were compared by these digests.',
      'The findings and the graph were generated by the program and the version that settings.json names, from these files alone, by rules whose text is in this bundle. The process gives the same result each time it is run on the same data.',
      'I verified this bundle with the program, or by the other means that this report names, and found that no file of it was changed, added or removed. The digest of its payload, as I found it, is written below.',
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
  exceptions: {
    title: 'What was let weigh less',
    text: 'What people found an honest reason for, with who, when, why and until when. Detection let it weigh a fifth; the findings themselves stay as they are.',
    head: ['What', 'Reason', 'Who, when', 'Why', 'Revoked'],
  },
} as const;
