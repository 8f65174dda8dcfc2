/** How a stranger checks a bundle with a shell and OpenSSL, and nothing of ours: a text that goes with it. */
import { messages } from '../../../domain/messages/index.ts';
import {
  signatureFile,
  signerFile,
  timestampFile,
  timestampSignatureFile,
} from '../../../verifier/bag-layout.ts';
import { payloadType } from '../../../verifier/statement.ts';
import { textFile, type BagFile } from '../../platform/bag-file.ts';

/** A line of commands begins with so much; nothing else of the text does. */
const indent = '    ';
const width = 78;

/** In the language in force. Its commands are run in the bundle's folder, each after the ones before. */
export function byHand(): BagFile {
  const { title, about, steps, form, reading } = messages.evidence.byHand;
  const parts = [
    title,
    ...about.map(wrapped),
    ...Object.entries(commands).map(([step, lines], at) => {
      const text = wrapped(`${at + 1}. ${steps[step as keyof typeof commands]}`);
      return [text, ...lines.map((line) => `${indent}${line}`)].join('\n');
    }),
    ...form.map(wrapped),
    wrapped(reading),
  ];
  return textFile('verify-by-hand.txt', `${parts.join('\n\n')}\n`);
}

/** Of POSIX, but for mktemp and sha256sum; the field of a signature is found by its letters, which base64 keeps to. */
const commands = {
  statement: [
    'work=$(mktemp -d)',
    `sed 's/^{"payload":"\\([A-Za-z0-9+/=]*\\)".*/\\1/' ${signatureFile} | openssl base64 -d -A > "$work/statement.json"`,
    `sed 's/.*"sig":"\\([A-Za-z0-9+/=]*\\)".*/\\1/' ${signatureFile} | openssl base64 -d -A > "$work/sig"`,
  ],
  signed: [
    'length=$(wc -c < "$work/statement.json" | tr -d " ")',
    `printf 'DSSEv1 ${payloadType.length} ${payloadType} %s ' "$length" > "$work/signed"`,
    'cat "$work/statement.json" >> "$work/signed"',
  ],
  signature: [
    `openssl pkeyutl -verify -rawin -pubin -inkey ${signerFile} -in "$work/signed" -sigfile "$work/sig"`,
  ],
  key: [`openssl pkey -pubin -in ${signerFile} -outform DER | openssl dgst -sha256`],
  name: ['grep -oF "\\"folder\\":\\"${PWD##*/}\\"" "$work/statement.json"'],
  files: [
    `tr '{' '\\n' < "$work/statement.json" | sed -n 's/^"sha256":"\\([0-9a-f]*\\)"},"name":"\\([^"]*\\)".*/\\1  \\2/p' > "$work/files"`,
    'sha256sum --quiet -c "$work/files"',
  ],
  others: [
    'cut -c 67- "$work/files" | LC_ALL=C sort > "$work/names"',
    `find . ! -type d | cut -c 3- | grep -vxF ${[signatureFile, timestampFile, timestampSignatureFile].map((name) => `-e ${name}`).join(' ')} | LC_ALL=C sort | diff "$work/names" -`,
  ],
} as const satisfies Record<keyof typeof messages.evidence.byHand.steps, readonly string[]>;

/** At blanks that may be broken alone. */
function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
