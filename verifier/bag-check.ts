/** Compares the files that were found with what the bag's manifests say (RFC 8493). */
import { compareText } from '../domain/compare-text.ts';
import { bagItText, covers, isPayload, payloadManifest, tagManifest } from './bag-layout.ts';
import { changed, textOf, type FoundFault, type FoundFile } from './verdict.ts';

/** One fault at most of each kind for each file, sorted by name. */
export function checkBag(found: readonly FoundFile[]): FoundFault[] {
  const files = new Map(found.map((file) => [file.name, file]));
  const faults = [
    ...checkManifest(files, payloadManifest),
    ...checkManifest(files, tagManifest),
    ...checkBagIt(files),
  ];
  return faults.length === 0 ? checkOxum(files) : onePerFile(faults);
}

/** Every file in the manifest's part of the bag must be listed, be there, and have the digest listed. */
function checkManifest(files: ReadonlyMap<string, FoundFile>, manifest: string): FoundFault[] {
  const text = textOf(files.get(manifest));
  if (text === null || text === '')
    return [{ kind: 'removed', name: manifest, detail: (says) => says.faults.noManifest }];
  const { listed, faults } = readManifest(manifest, text);
  for (const [name, digest] of listed) {
    const file = files.get(name);
    if (!file)
      faults.push({ kind: 'removed', name, detail: (says) => says.faults.removed(manifest) });
    else if (file.sha256 !== digest)
      faults.push(changed(name, (says) => says.faults.changed(manifest, digest, file.sha256)));
  }
  for (const name of files.keys()) {
    if (covers(manifest, name) && !listed.has(name))
      faults.push({ kind: 'added', name, detail: (says) => says.faults.added(manifest) });
  }
  return faults;
}

/** Reads strictly: an upper-case digit or a second space would be a change that a lenient reader misses. */
function readManifest(
  manifest: string,
  text: string,
): { listed: Map<string, string>; faults: FoundFault[] } {
  const listed = new Map<string, string>();
  const faults: FoundFault[] = [];
  const lines = text.split('\n');
  const bad = (line: number) => faults.push(changed(manifest, (says) => says.faults.badLine(line)));
  if (lines.pop() !== '') bad(lines.length + 1);
  let last = '';
  lines.forEach((line, index) => {
    const [, digest, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (!digest || !name || !covers(manifest, name) || name <= last) {
      bad(index + 1);
      return;
    }
    listed.set(name, digest);
    last = name;
  });
  return { listed, faults };
}

function checkBagIt(files: ReadonlyMap<string, FoundFile>): FoundFault[] {
  const text = textOf(files.get('bagit.txt'));
  if (text === null || text === bagItText) return [];
  return [changed('bagit.txt', (says) => says.faults.notBagIt)];
}

/** The bag's own count of its payload; looked at last, since any other fault upsets it too. */
function checkOxum(files: ReadonlyMap<string, FoundFile>): FoundFault[] {
  const payload = [...files.values()].filter(({ name }) => isPayload(name));
  const counted = `${payload.reduce((sum, file) => sum + file.size, 0)}.${payload.length}`;
  const info = textOf(files.get('bag-info.txt'));
  const stated = /^Payload-Oxum: (.+)$/m.exec(info ?? '')?.[1];
  if (stated === counted) return [];
  return [
    {
      kind: info === null ? 'removed' : 'changed',
      name: 'bag-info.txt',
      detail: (says) => says.faults.oxum(stated ?? '', counted),
    },
  ];
}

function onePerFile(faults: readonly FoundFault[]): FoundFault[] {
  const first = new Map<string, FoundFault>();
  for (const fault of faults) {
    const key = `${fault.name ?? ''} ${fault.kind}`;
    if (!first.has(key)) first.set(key, fault);
  }
  // Names have no spaces, and a plain sort is by code unit in every place.
  return [...first].sort(([a], [b]) => compareText(a, b)).map(([, fault]) => fault);
}
