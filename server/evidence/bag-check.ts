/** Compares the files that were found with what the bag's manifests say (RFC 8493). */
import { words } from '../../domain/words/index.ts';
import { bagItText } from './bag.ts';
import { payloadManifest, tagManifest } from './bag-file.ts';
import { inOrder } from '../exchange/canonical.ts';
import { signatureFile } from './signature.ts';
import type { Fault, FoundFile } from './verdict.ts';

const says = words.evidence.faults;

export function checkBag(found: readonly FoundFile[]): Fault[] {
  const files = new Map(found.map((file) => [file.name, file]));
  const faults = [
    ...checkManifest(files, payloadManifest, (name) => name.startsWith('data/')),
    ...checkManifest(
      files,
      tagManifest,
      (name) => !name.startsWith('data/') && name !== tagManifest && name !== signatureFile,
    ),
    ...checkBagIt(files),
  ];
  return faults.length === 0 ? checkOxum(files) : onePerFile(faults);
}

/** Every file in the manifest's part of the bag must be listed, be there, and have the digest listed. */
function checkManifest(
  files: ReadonlyMap<string, FoundFile>,
  manifest: string,
  covers: (name: string) => boolean,
): Fault[] {
  const text = files.get(manifest)?.text;
  if (!text) return [{ kind: 'removed', name: manifest, detail: says.noManifest }];
  const { listed, faults } = readManifest(manifest, text.toString('utf8'), covers);
  for (const [name, digest] of listed) {
    const file = files.get(name);
    if (!file) faults.push({ kind: 'removed', name, detail: says.removed(manifest) });
    else if (file.sha256 !== digest)
      faults.push({ kind: 'changed', name, detail: says.changed(manifest, digest, file.sha256) });
  }
  for (const name of files.keys()) {
    if (covers(name) && !listed.has(name))
      faults.push({ kind: 'added', name, detail: says.added(manifest) });
  }
  return faults;
}

/** Reads strictly: an upper-case digit or a second space would be a change that a lenient reader misses. */
function readManifest(
  manifest: string,
  text: string,
  covers: (name: string) => boolean,
): { listed: Map<string, string>; faults: Fault[] } {
  const listed = new Map<string, string>();
  const faults: Fault[] = [];
  const lines = text.split('\n');
  const bad = (line: number) =>
    faults.push({ kind: 'changed', name: manifest, detail: says.badLine(line) });
  if (lines.pop() !== '') bad(lines.length + 1);
  let last = '';
  lines.forEach((line, index) => {
    const [, digest, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (!digest || !name || !covers(name) || name <= last) {
      bad(index + 1);
      return;
    }
    listed.set(name, digest);
    last = name;
  });
  return { listed, faults };
}

function checkBagIt(files: ReadonlyMap<string, FoundFile>): Fault[] {
  const text = files.get('bagit.txt')?.text;
  if (!text || text.toString('utf8') === bagItText) return [];
  return [{ kind: 'changed', name: 'bagit.txt', detail: says.notBagIt }];
}

/** The bag's own count of its payload; looked at last, since any other fault upsets it too. */
function checkOxum(files: ReadonlyMap<string, FoundFile>): Fault[] {
  const payload = [...files.values()].filter((file) => file.name.startsWith('data/'));
  const counted = `${payload.reduce((sum, file) => sum + file.size, 0)}.${payload.length}`;
  const info = files.get('bag-info.txt')?.text?.toString('utf8') ?? '';
  const stated = /^Payload-Oxum: (.+)$/m.exec(info)?.[1];
  return stated === counted
    ? []
    : [{ kind: 'changed', name: 'bag-info.txt', detail: says.oxum(stated ?? '', counted) }];
}

function onePerFile(faults: readonly Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    const key = `${fault.kind} ${fault.name}`;
    if (!first.has(key)) first.set(key, fault);
  }
  return [...first.values()].sort((a, b) => inOrder(a.name ?? '', b.name ?? ''));
}
