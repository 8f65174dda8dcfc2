/**
 * `npm run reliability:hostile -- test/query …`: runs every test that notes what somebody hostile hands in (`test/hostile/tally.ts`), or those
 * in files whose path holds what is named, counts each input once by its kind, and writes to docs/RELIABILITY.md how many were tried
 * and let through.
 */
import { z } from 'zod';
import { hostileKinds } from '../../test/hostile/kinds.ts';
import { record } from './record.ts';
import { chosen, filesThatUse, tallied } from './tallied.ts';

const triedSchema = z.object({
  ...{ kind: z.enum(hostileKinds), input: z.string(), test: z.string(), file: z.string() },
});

const all = filesThatUse('hostile/tally.ts');
const files = chosen(all, process.argv.slice(2));
const { noted, ended, passed, failed } = await tallied(files, 'SKEIN_HOSTILE_TALLY', triedSchema);
const kinds = hostileKinds.map((kind) => {
  const ofKind = noted.filter((one) => one.kind === kind);
  const through = ofKind.filter(({ file, test }) => ended(file, test) !== 'passed');
  return {
    kind,
    inputs: new Set(ofKind.map(({ input }) => input)).size,
    through: new Set(through.map(({ input }) => input)).size,
    files: [
      ...new Set(ofKind.map(({ file }) => file.slice(file.lastIndexOf('/test/') + 1))),
    ].sort(),
  };
});
await record('hostile', { files: files.length, ofFiles: all.length, kinds, passed, failed });
