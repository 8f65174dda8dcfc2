import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const verdict = z.strictObject({
  accounts: z.array(z.string()).min(1),
  why: z.string().min(1),
});

const ofDetector = z.strictObject({ must: z.array(verdict), must_not: z.array(verdict) });

/**
 * `expected.json` of a dataset, which is built with it, and `expected/<detector>.json`, which whoever writes a detector adds. A detector it does not name is not judged.
 * - `must`: some finding of the detector with a score of at least 0.5 holds all these accounts.
 * - `must_not`: no finding of the detector with a score of at least 0.5 holds two or more of them
 *   (or the one, if one is listed).
 * - `together`: one cluster holds all of them. `not_in_cluster`: none of them stands in a cluster.
 */
const expectedSchema = z.strictObject({
  detectors: z.record(z.string(), ofDetector),
  clusters: z.strictObject({ together: z.array(verdict), not_in_cluster: z.array(verdict) }),
});
export type Expected = z.infer<typeof expectedSchema>;

export function readExpected(folder: string): Expected {
  const built = expectedSchema.parse(read(join(folder, 'expected.json')));
  const added = join(folder, 'expected');
  for (const file of existsSync(added) ? readdirSync(added) : []) {
    const { must, must_not } = ofDetector.parse(read(join(added, file)));
    const own = (built.detectors[basename(file, '.json')] ??= { must: [], must_not: [] });
    own.must.push(...must);
    own.must_not.push(...must_not);
  }
  return built;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
