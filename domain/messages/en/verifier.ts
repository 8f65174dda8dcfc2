import { count as counted } from './typography.ts';

/** What a person reads of: what is checked of an evidence bundle, by `skein verify` and on the page that does the same. */

const asWritten = (files: number) =>
  `${counted(files, 'file', 'files')} as ${files === 1 ? 'it was' : 'they were'} written`;
const allAsWritten = (files: number) =>
  files === 1
    ? 'The one file is as it was written'
    : `All ${files.toLocaleString('en')} files are as they were written`;
const bytes = (count: number) => counted(count, 'byte', 'bytes');

export const verifierMessages = {
  verdict: {
    intact: (path: string, files: number) => `${path}: intact, ${asWritten(files)}.`,
    untrusted: (path: string, files: number) =>
      `${path}: ${asWritten(files)}, but not signed by a key that is trusted here:`,
    undated: (path: string, files: number) =>
      `${path}: ${asWritten(files)}, but the timestamp is of no authority that is trusted here:`,
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
    emptyFolder: 'is a folder with no file in it, which the signature cannot speak of',
  },
  container: {
    noDirectory:
      'it cannot be read: there is no directory at its end, as that of a ZIP; nothing was read',
    badDirectory: 'it cannot be read: the directory at its end is broken; nothing was read',
    tooMany: (count: number) => `it claims ${counted(count, 'entry', 'entries')}`,
    name: (name: string) =>
      `the name ${JSON.stringify(name)} is unsafe or not one that a bundle has; nothing was read`,
    twice: (name: string) => `there are two entries named ${name}; nothing was read`,
    folder: 'its files do not lie in one folder, as those of a bag must; nothing was read',
    bomb: (expanded: number, size: number) =>
      `it claims to unpack to ${bytes(expanded)} from ${bytes(size)}; nothing was read`,
    overlap: (name: string) =>
      `the bytes of ${name} run into others, so that one byte would be of two files; nothing was read`,
    packed: (name: string) => `${name} is compressed; a bundle’s files are stored`,
    order: (name: string) => `${name} is not in its place; a bundle’s files are sorted by name`,
    header: (at: number, name: string) =>
      `byte ${at}, in the header of ${name}, is not as it must be`,
    directory: (at: number) => `byte ${at}, in the directory at its end, is not as it must be`,
    trailing: (count: number) => `${bytes(count)} too many follow its end`,
    cut: 'it ends beyond the end of the ZIP',
    noHeader: 'there is no header where the directory says',
    method: (method: number) => `it is compressed in a way that few programs know (${method})`,
    badCompression: 'what is compressed is broken',
    otherSize: 'it is longer than the directory says',
    entry: (why: string) => `cannot be read from the ZIP: ${why}`,
    checksum: (name: string) => `the checksum that it states for ${name} is not that of the file`,
  },
  signature: {
    unsigned: 'is not there: nobody has signed this bundle',
    badEnvelope: 'is not, to the byte, a signature as Skein writes it',
    notOfBundle: (kind: string) => `is no signature of an evidence bundle, but of ${kind}`,
    notSigned: (name: string) => `does not say anything of ${name}`,
    otherName: (signed: string) => `is what its folder is called; the signature is for ${signed}`,
    expected: 'is not there, and the signature says that it is',
    unexpected: 'is there, and the signature does not speak of it',
    nameless:
      'It was written by a Skein that signed for the files alone. What its folder is called, what it is of, and whether a part of the custody log or the like should be in it, its signature does not say: go by data/report.html for what it is of.',
    signedOther: (signed: string, found: string) =>
      `has SHA-256 ${found}, the signature was made for ${signed}`,
    badSigner: 'is not the public key that the signature names',
    otherKey: 'names another key than the one in signer.pem',
    wrong: 'was not made with the key that it names',
    untrusted: (id: string) =>
      `was made with the key ${id}, which is not trusted here. Compare that with what its owner tells you, then: skein key trust signer.pem --name NAME`,
    by: (name: string, id: string) => `Signed by ${name}, key ${id}`,
  },
  /** What a bundle is, as its signature says it. */
  signedAs: {
    is: (folder: string, of: string, at: string, by: string, caseNumber: string | null) =>
      `${folder}: ${of}, exported ${at} by ${by}${caseNumber === null || caseNumber === '' ? '' : `, case ${caseNumber}`}`,
    line: (is: string) => `Signed as ${is}`,
    cluster: (id: string) => `cluster ${id}`,
    finding: (id: string) => `finding ${id}`,
    account: (id: string, hops: number) =>
      `account ${id} and what lies within ${hops} ${hops === 1 ? 'relation' : 'relations'} of it`,
    board: (ofCase: string, id: string) => `board ${id} of case ${ofCase}`,
    selection: (nodes: number) => `a selection of ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`,
  },
  custody: {
    unreadable: 'is not, to the byte, a part of a custody log as Skein writes it',
    needless: (entry: number) => `has entry ${entry} twice, or beyond its end`,
    missing: (entry: number) => `lacks entry ${entry}`,
    otherHead: (count: number) =>
      `its entries do not lead to the hash that it states for entry ${count}`,
    noExport: (count: number) => `its last entry, ${count}, is not the export of a bundle`,
    otherPayload: 'its last entry is the export of another payload',
  },
  timestamp: {
    unasked: 'is there, and the signature says of no timestamp',
    promised: 'is not there, and the signature says that there is a timestamp',
    invalid: 'is no valid timestamp of the signature',
    untrusted:
      'is of an authority whose certificate leads to none of the roots that are trusted here',
    by: (authority: string, at: string, trusted: boolean | null) =>
      `Timestamp of ${authority}: signed before ${at}${trusted === null ? '. Its certificate was compared with no root: set SKEIN_TIMESTAMP_ROOTS, or ask OpenSSL' : ''}`,
  },
  page: {
    title: 'Check an evidence bundle',
    product: 'Skein verifier',
    language: 'English',
    switch: 'Language',
    lead: 'Is this bundle as it was written, and whose key signed it? It is read on this machine alone: this page reaches no network and keeps nothing.',
    noScript: 'This page needs JavaScript, which is switched off. It reaches no network.',
    choose: 'Choose the ZIP of a bundle',
    drop: 'or drop it anywhere on this page',
    reading: (file: string) => `Reading ${file} …`,
    read: (percent: number) => `${percent}%`,
    failed: (file: string, why: string) => `${file} could not be read: ${why}`,
    key: {
      title: 'The key that you trust',
      about:
        'Anybody can sign with a key of their own. Paste the public key that the one who exported the bundle handed you by another way than the bundle itself; there, “skein key show --pem” prints it.',
      label: 'Public key (PEM)',
      choose: 'Choose a key file',
      none: 'No key given: nobody’s signature counts as trusted.',
      bad: 'This is no public ed25519 key in PEM (-----BEGIN PUBLIC KEY-----).',
      is: (id: string) => `Key ${id}`,
      given: 'the key that you gave',
    },
    roots: {
      title: 'The timestamp’s authority (optional)',
      about:
        'Anybody can make timestamps. Where the bundle has one, paste the root certificates of the authority that you trust, got by another way than the bundle itself. Without them its certificate is compared with nothing.',
      label: 'Root certificates (PEM)',
      choose: 'Choose a certificate file',
      none: 'No root given: the authority of a timestamp is compared with none.',
      bad: 'This is no certificate in PEM (-----BEGIN CERTIFICATE-----).',
      are: (names: readonly string[]) =>
        `${names.length === 1 ? 'Root' : 'Roots'}: ${names.join(', ')}`,
    },
    headline: {
      intact: 'Intact, and signed by the key that you trust',
      untrusted: 'As it was written, but not signed by a key trusted here',
      undated: 'As it was written, but its timestamp is of no authority trusted here',
      repacked: 'NOT as it was written: its ZIP was packed again or altered',
      broken: (faults: number) =>
        `NOT as it was written: ${faults} ${faults === 1 ? 'fault' : 'faults'}`,
    },
    meaning: {
      intact: (files: number) => `${allAsWritten(files)}, and the key that you gave signed them.`,
      untrusted: (files: number) => `${allAsWritten(files)}. Who signed them is open.`,
      undated: (files: number) =>
        `${allAsWritten(files)}, and the key that you gave signed them. When is open.`,
      broken:
        'What is named below is not as the bundle’s manifests, its signature or the form of its ZIP say.',
      noBundle: 'Nothing in it could be checked.',
    },
    signer: {
      trusted: (id: string) => `Signed by the key that you gave, ${id}.`,
      uncompared: (id: string) => `Signed by key ${id}; not compared with any key that you trust.`,
      other: (id: string) => `Signed by key ${id}, which is not the key that you gave.`,
      none: 'It bears no valid signature.',
    },
    timestamp: {
      /** Follows the name of the authority. */
      said: (at: string) => `says that it was signed before ${at}.`,
      trusted: 'Its certificate leads to a root that you gave.',
      untrusted: 'Its certificate leads to none of the roots that you gave.',
      uncompared: 'Its certificate was compared with no root: anybody can go by that name.',
      none: 'It bears none.',
      invalid: 'It bears no valid one.',
      unread:
        'Not read: this browser gives the page nothing to read it with (crypto.subtle). All else was checked; “skein verify” reads it.',
    },
    facts: {
      file: 'File',
      size: 'Size',
      files: 'Files checked',
      name: 'Signed as',
      digest: 'Payload digest',
      signer: 'Signature',
      timestamp: 'Timestamp',
    },
    size: (count: number) => bytes(count),
    faults: 'What was found',
    remarks: 'What was not checked',
    kinds: {
      changed: 'changed',
      added: 'added',
      removed: 'removed',
      renamed: 'renamed',
      container: 'the ZIP itself',
      untrusted: 'not trusted',
    },
    compare: {
      title: 'What you must compare yourself',
      digest:
        'The payload digest, with the one that you were told when the bundle was handed over.',
      key: 'The id of the key, with the one that its owner hands you by another way than this bundle.',
    },
    limits: {
      title: 'What this page cannot show',
      fileName:
        'What the ZIP file itself is called: no signature can be inside a file and speak of its name. Go by what it is “signed as”.',
      inside:
        'A verifier that comes inside the bundle that it checks proves little against whoever made the bundle: they could have written the verifier too. Get this page from somebody you trust, who writes it with “skein verify --page verify.html”, and keep it.',
      timestamp:
        'Whether the certificate of a timestamp’s authority was revoked: to ask that takes a network, which this page does not reach.',
      truth:
        'An intact bundle is as it was written. Whether what it says is true, and complete, no check of its bytes can show.',
    },
  },
} as const;
