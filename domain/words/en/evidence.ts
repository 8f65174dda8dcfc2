/** What a person reads of: evidence bundles and their verification. */
import { evidencePageWords } from './evidence-page.ts';
import { evidencePictureWords } from './evidence-picture.ts';

const bytes = (count: number) => `${count.toLocaleString('en')} bytes`;

export const evidenceWords = {
  page: evidencePageWords,
  picture: evidencePictureWords,
  bagDescription:
    'Part of a graph of accounts with the source rows that it rests on, exported by Skein. ' +
    'Open data/report.html to read it.',
  tooLarge:
    'This is more than one ZIP of 4 GB holds. Export a finding instead of its cluster, or fewer hops.',
  noRun: 'Nothing was detected yet. Run `skein detect` first.',
  noCluster: (id: string) =>
    `The latest run has no cluster ${id}. Clusters are listed by \`skein report\` and in the page.`,
  noFinding: (id: string) =>
    `The latest run has no finding ${id}. Findings are listed by \`skein report\` and in the page.`,
  noAccount: (id: string) => `There is no account ${id} in the graph.`,
  nothingPicked: 'None of the nodes chosen is in the graph.',
  noFile: (path: string) => `There is no file or folder ${path}.`,
  oneScope: 'Say what to export: one of --cluster ID, --finding ID, --account ID.',
  hopsOfAccount: '--hops goes with --account alone.',
  badHops: (most: number) => `--hops takes a whole number from 0 to ${most}.`,
  step: 'Collecting the evidence and writing the bundle',
  exported: (path: string, files: number, digest: string) =>
    `${path}: ${files} files.\nPayload digest ${digest}\nCheck it with: skein verify ${path}`,
  stix: {
    inferred: (rule: string) => `inferred by ${rule}`,
    line: (line: number) => `line ${line}`,
    finding: (detector: string, version: number, score: number) =>
      `Found by the detector ${detector}, version ${version}; strength ${score.toFixed(2)}. It says what is linked, not what anybody is.`,
    left: (what: string) =>
      `STIX has no form for ${what}, which are in the other files of the bundle.`,
  },
  command: {
    export:
      'write an evidence bundle: one ZIP that can be verified without this program’s database',
    cluster: 'a cluster of the latest run',
    finding: 'a finding of the latest run',
    account: 'an account with its surroundings',
    hops: (most: number) => `how far around the account, 0 to ${most}; 1 when left out`,
    out: 'the ZIP to write',
    reason: 'why it is exported; kept beside the payload',
    caseNumber: 'case number; kept beside the payload',
    authority: 'legal authority; kept beside the payload',
    verify:
      'check an evidence bundle, offline and without a database; exit status 3 when it differs',
    verifyFile: 'the bundle, or the folder that it was unpacked to',
  },
  verdict: {
    intact: (path: string, files: number) =>
      `${path}: intact, ${files} files as they were written.`,
    untrusted: (path: string, files: number) =>
      `${path}: ${files} files as they were written, but not signed by a key that is trusted here:`,
    broken: (path: string, faults: number) =>
      `${path}: NOT as it was written, ${faults} ${faults === 1 ? 'fault' : 'faults'}:`,
    digest: (digest: string) =>
      `Payload digest ${digest}\nCompare it with the one that you were told when the bundle was handed over.`,
    containerOnly:
      'Every file inside is as it was written; the ZIP around them was packed again or altered.',
  },
  faults: {
    noManifest: 'is missing or too large to read, so what it lists cannot be checked',
    removed: (manifest: string) => `is listed in ${manifest} and not there`,
    added: (manifest: string) => `is there and not listed in ${manifest}`,
    changed: (manifest: string, listed: string, found: string) =>
      `has SHA-256 ${found}, ${manifest} says ${listed}`,
    badLine: (line: number) => `line ${line} is not as a manifest’s line must be`,
    notBagIt: 'does not declare a BagIt 1.0 bag',
    oxum: (stated: string, counted: string) =>
      `states ${stated || 'no'} bytes and files of payload, there are ${counted}`,
    checksum: 'does not have the checksum that the ZIP states',
    notAFile: 'is neither a file nor a folder',
  },
  container: {
    unreadable: (why: string) => `the ZIP cannot be read to its end: ${why}`,
    tooMany: (count: number) => `it claims ${count.toLocaleString('en')} entries`,
    name: (name: string) =>
      `the name ${JSON.stringify(name)} is unsafe or not one that a bundle has; nothing was read`,
    twice: (name: string) => `there are two entries named ${name}; nothing was read`,
    folder: 'its files do not lie in one folder, as those of a bag must; nothing was read',
    bomb: (expanded: number, size: number) =>
      `it claims to unpack to ${bytes(expanded)} from ${bytes(size)}; nothing was read`,
    packed: (name: string) => `${name} is compressed; a bundle’s files are stored`,
    order: (name: string) => `${name} is not in its place; a bundle’s files are sorted by name`,
    header: (at: number, name: string) =>
      `byte ${at}, in the header of ${name}, is not as it must be`,
    directory: (at: number) => `byte ${at}, in the directory at its end, is not as it must be`,
    trailing: (count: number) => `${bytes(count)} too many follow its end`,
    entry: (why: string) => `cannot be read from the ZIP: ${why}`,
    checksum: (name: string) => `the checksum that it states for ${name} is not that of the file`,
  },
} as const;
