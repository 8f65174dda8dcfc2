/** What a person reads of: evidence bundles and their verification. */
import { evidencePageMessages } from './evidence-page.ts';
import { evidencePictureMessages } from './evidence-picture.ts';
import { count as counted } from './typography.ts';

export const evidenceMessages = {
  page: evidencePageMessages,
  picture: evidencePictureMessages,
  bagDescription:
    'Part of a graph of accounts with the source rows that it rests on, exported by Skein. ' +
    'Open report.html to read it.',
  tooLarge:
    'This is more than one ZIP of 4 GB holds. Export a finding instead of its cluster, or fewer hops.',
  noRun: 'Nothing was detected yet. Run `skein detect` first.',
  noCluster: (id: string) =>
    `The latest run has no cluster ${id}. Clusters are listed by \`skein report\` and in the page.`,
  noFinding: (id: string) =>
    `The latest run has no finding ${id}. Findings are listed by \`skein report\` and in the page.`,
  noAccount: (id: string) => `There is no account ${id} in the graph.`,
  nothingPicked: 'None of the nodes chosen is in the graph.',
  shrunk: (path: string) =>
    `${path} has become shorter while it was read. Verify it once it is whole.`,
  noFile: (path: string) => `There is no file or folder ${path}.`,
  oneScope:
    'Say what to export: one of --cluster ID, --finding ID, --account ID, --board CASE/ID, --nodes TYPE:ID….',
  badBoard: (text: string) => `${text} names no board. Give the id of its case, /, and its own id.`,
  badNode: (text: string) =>
    `${text} names no node. Give its type, :, and its id, such as account:a17.`,
  badLanguage: (languages: readonly string[]) =>
    `--language takes one of: ${languages.join(', ')}.`,
  hopsOfAccount: '--hops goes with --account alone.',
  badHops: (most: number) => `--hops takes a whole number from 0 to ${most}.`,
  bundleOrPage:
    'Say either which bundle to verify, or with --page FILE.html where to write the page.',
  pageWritten: (path: string, sha256: string) =>
    `${path}: the page that verifies bundles in a browser.\nSHA-256 ${sha256}\nHand it, and this digest, to those who verify.`,
  step: 'Collecting the evidence and writing the bundle',
  exported: (path: string, files: number, digest: string) =>
    `${path}: ${counted(files, 'file', 'files')}.\nPayload digest ${digest}\nCheck it with: skein verify ${path}`,
  /** The text in a bundle by which it is checked without Skein; its commands stand in `server/evidence/bundle/by-hand.ts`. */
  byHand: {
    title: 'How to check this bundle without Skein',
    about: [
      'You need a shell, OpenSSL 3 or newer, and what every Unix has. Unpack the ZIP, open a terminal in its folder, read each line that is indented below, and run them one after another. Do not take them from here alone: these lines came with what they check. Compare them with those of another bundle, or write them yourself by what is said of the form at the end.',
    ],
    steps: {
      statement: 'Take the statement and the signature out of signature.json.',
      signed: 'Write the bytes that were signed: a head, and the statement after it.',
      signature:
        'Check the signature with the public key in signer.pem. OpenSSL must say “Signature Verified Successfully”.',
      key: 'Print the id of that key. Compare it with what its owner told you by another way than this bundle: anybody can sign with a key of their own.',
      name: 'Look for the name of this folder in the statement. It is printed where it is the one that was signed; where nothing is printed, the folder was renamed.',
      files:
        'Compare every file with the digest that was signed. Nothing is printed where all are as they were. On macOS write “shasum -a 256” for “sha256sum”.',
      others:
        'Look for files that the statement does not speak of, or that it speaks of and that are not there. Nothing is printed where there are none.',
    },
    form: [
      'The form: signature.json is a DSSE envelope (Dead Simple Signing Environment, version 1; github.com/secure-systems-lab/dsse). Its payload, in base64, is an in-toto Statement v1 (in-toto.io): each subject is a file of this bundle with its SHA-256, and the predicate says what the bundle is called, what it is of, when and by whom it was exported, and for which case. Signed is not the envelope, but its “PAE”: the text “DSSEv1”, the length in bytes of the payload’s type, that type, the length in bytes of the payload, all with a blank after each, and the payload. The signature, in base64 too, is ed25519 (RFC 8032) over these bytes as they are.',
      'Where there is a timestamp.tsr, it is a timestamp (RFC 3161) of the bytes of signature.json. With the root certificates of its authority in roots.pem: openssl ts -verify -data signature.json -in timestamp.tsr -CAfile roots.pem. timestamp-signature.json is a second envelope of the same form and key, whose statement has the digests of signature.json and timestamp.tsr.',
    ],
    reading:
      'What the signature cannot speak of: the name of the ZIP file, and whether what the bundle says is true.',
  },
  standing: {
    /** Of a node or a relation, in files that have no list of their own for it. */
    contextAlone: 'Shown only for context: nothing here says that it belongs to what is described.',
  },
  followTheMoney: {
    left: (what: string) =>
      `Not written in FollowTheMoney, but in the other files of the bundle: ${what}, and what ties them.`,
  },
  stix: {
    standing: {
      member: {
        name: 'Accounts that this is about',
        description:
          'How likely they serve one scheme, the rules rank; nobody is found guilty by it.',
      },
      context: {
        name: 'Shown only for context',
        description:
          'They touch what is described. Nothing here says that they belong to it: treat them as uninvolved.',
      },
    },
    inferred: (rule: string) => `inferred by ${rule}`,
    line: (line: number) => `line ${line}`,
    finding: (detector: string, version: number, score: number) =>
      `Found by the detector ${detector}, version ${version}; strength ${score.toFixed(2)} of 1.00, which is how strong this pattern is by itself. It says what is linked, not what anybody is.`,
    left: (what: string) =>
      `Not written in STIX, which has no form for them, but in the other files of the bundle: ${what}.`,
  },
  timestamp: {
    noRoots: (path: string) =>
      `SKEIN_TIMESTAMP_ROOTS: ${path} is not there or holds no certificate in PEM (-----BEGIN CERTIFICATE-----).`,
    noAnswer: (authority: string, why: string) =>
      `The timestamp authority ${authority} does not answer: ${why}. Try again, or export without SKEIN_TIMESTAMP_URL: nothing was written.`,
    refused: (authority: string, why: string) =>
      `The timestamp authority ${authority} refuses a timestamp: ${why}. Nothing was written.`,
    badAnswer: (authority: string) =>
      `What the timestamp authority ${authority} answered is no valid timestamp of what it was asked about. Nothing was written.`,
  },
  replay: {
    noSettings: (path: string) =>
      `${path} has no data/settings.json that says what was exported, so that it cannot be done again.`,
    idsMasked: (path: string) =>
      `${path} shows pseudonyms instead of account ids, so that it does not say whose data to export again. Replay a bundle of the same that names them.`,
    same: (files: number) =>
      `Replayed: ${files === 1 ? 'the file' : `all ${files.toLocaleString('en')} files`} of the payload came out with the same bytes.`,
    differs: (files: number, differing: readonly string[], wrote: string, runs: string) =>
      [
        `Replayed: ${differing.length} of ${counted(files, 'file', 'files')} came out otherwise:`,
        ...differing.map((name) => `  ${name}`),
        ...(wrote === runs ? [] : [`The bundle was written by ${wrote}, this is ${runs}.`]),
      ].join('\n'),
  },
  decidedOfNarrative: '--decided is of the narrative: it goes with --with-narrative.',
  /** Told to whoever asks for it. */
  withNarrative:
    'This bundle holds narrative.md, which says that a filing is thought of. Hand it to nobody whom it is about, nor to who may tell them: that can be an offence (31 USC 5318(g)(2); POCA 2002 s. 333A). The custody log notes that it was included.',
  command: {
    withNarrative:
      'put the draft of a suspicious-activity narrative (narrative.md) into it; never for the defence, a client or anybody whom it is about: to tell them can be an offence (31 USC 5318(g)(2); POCA 2002 s. 333A)',
    export:
      'write an evidence bundle: one ZIP that can be verified without this program’s database',
    cluster: 'a cluster of the latest run',
    finding: 'a finding of the latest run',
    account: 'an account with its surroundings',
    hops: (most: number) => `how far around the account, 0 to ${most}; 1 when left out`,
    board: 'a board as it was last saved: the id of its case, /, its own id',
    nodes: 'nodes, such as account:a17 ip:192.0.2.7, and the relations between them',
    out: 'the ZIP to write',
    language: 'of the report: en or fr',
    mask: (kinds: readonly string[]) =>
      `show pseudonyms instead of: ${kinds.join(', ')}; with commas between`,
    reason: 'why it is exported; stands on the report, beside the payload',
    caseNumber:
      'number of the case or file; stands on every page of the report, beside the payload',
    authority: 'legal authority; stands on the report, beside the payload',
    verify:
      'check an evidence bundle, offline and without a database; exit status 3 when it differs',
    replay:
      'with the original dataset: load it into a throw-away database, do the same again, and compare',
    verifyFile: 'the bundle, or the folder that it was unpacked to',
    verifierPage:
      'write the page that verifies bundles in a browser, offline, to hand to others; no bundle is given then',
  },
} as const;
