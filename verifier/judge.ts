/** From what was read of a bundle to the verdict on its files: by its manifests, its signature and the form of its ZIP. */
import { checkBag } from './bag-check.ts';
import { isUnlisted, payloadManifest } from './bag-layout.ts';
import { checkSignature } from './signature-check.ts';
import {
  changed,
  container,
  withFaults,
  type FoundFault,
  type FoundFile,
  type ReadBundle,
  type TrustedSigner,
  type Verdict,
  type VerifierMessages,
} from './verdict.ts';

/** `trusted` are the keys whose signatures count; `says` the language in which faults are told. */
export function judge(
  file: string,
  bundle: ReadBundle,
  trusted: readonly TrustedSigner[],
  says: VerifierMessages,
): Verdict {
  const { files, faults } = bundle;
  const unreadable = files.length === 0 && faults.length > 0;
  const ofManifests = unreadable ? [] : checkBag(files);
  const known = new Set(ofManifests.map(({ name }) => name));
  const signature = unreadable ? null : checkSignature(bundle, trusted, known);
  const ofSignature = (signature?.faults ?? []).filter(({ name }) => !known.has(name));
  const ofBag = [...ofManifests, ...ofSignature];
  const all = [...ofPacking(files, faults, ofBag), ...ofBag];
  const verdict: Verdict = {
    file,
    intact: true,
    files: files.length,
    payload_digest: files.find(({ name }) => name === payloadManifest)?.sha256 ?? null,
    signed_by: signature?.by ?? null,
    signed_as: signature?.as ?? null,
    timestamp: null,
    faults: [],
    remarks: signature?.isNameless ? [says.signature.nameless] : [],
  };
  return withFaults(verdict, all, says);
}

/** What the ZIP itself shows, but for files that the bag names already. */
function ofPacking(
  files: readonly FoundFile[],
  ofZip: readonly FoundFault[],
  ofBag: readonly FoundFault[],
): FoundFault[] {
  const named = new Set(ofBag.map(({ name }) => name));
  const isContainer = ofZip.some(({ kind }) => kind === 'container');
  const unexplained = files.filter((file) => !file.checksum && !named.has(file.name));
  return [
    ...ofZip.filter(({ name }) => !named.has(name)),
    ...unexplained.filter(({ name }) => isUnlisted(name) || !isContainer).map(checksumFault),
  ];
}

/** A file that no manifest lists has the ZIP's checksum alone to show that it changed. */
function checksumFault({ name }: FoundFile): FoundFault {
  return isUnlisted(name)
    ? changed(name, (says) => says.faults.checksum)
    : container((says) => says.container.checksum(name));
}
