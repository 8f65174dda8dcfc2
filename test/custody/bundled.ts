/** Bundles that carry a part of a custody log, signed as any, so that nothing but the part itself can tell on it. */
import { measure, payloadDigestOf } from '../../server/evidence/bundle/bag.ts';
import { textFile } from '../../server/platform/bag-file.ts';
import { payloadFiles } from '../../server/evidence/bundle/payload.ts';
import { exporting } from '../../server/trust/custody/part.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { partFile, type CustodyPart } from '../../verifier/custody-part.ts';
import { packed, signer } from '../evidence/bundles.ts';
import { exhibit, occasion } from '../evidence/exhibits.ts';
import { exportWith, homeWithViews } from './homes.ts';

const concern = {
  ...{
    rows: new Set<string>(),
    run: null,
    judgements: new Set<string>(),
    board: null,
    filing: false,
  },
  about: new Set(['account:a2']),
};

/** `change` gives the part that is packed; `digest` is that of the payload that the log says was exported. */
export async function packedWithPart(
  change: (part: CustodyPart) => unknown = (part) => part,
  digest?: string,
): Promise<Buffer> {
  const part = textFile(partFile, canonicalJson(change(await packedPart(digest))));
  return (await packed(exhibit(), occasion, signer, null, [part])).bytes;
}

/** As it goes with the small exhibit's bundle. */
export async function packedPart(digest?: string): Promise<CustodyPart> {
  const payload = (await payloadFiles(exhibit())).map(measure);
  const draft = exportWith('asked', digest ?? payloadDigestOf(payload));
  const text = await exporting(await homeWithViews(5), draft, concern, (part) =>
    Promise.resolve([...part.chunks()].join('')),
  );
  return JSON.parse(text) as CustodyPart;
}
