import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const verdict = z.strictObject({
  accounts: z.array(z.string()).min(1),
  why: z.string().min(1),
});

/**
 * `expected.json` of a dataset. A detector it does not name is not judged.
 * - `must`: some finding of the detector with a score of at least 0.5 holds all these accounts.
 * - `must_not`: no finding of the detector with a score of at least 0.5 holds two or more of them
 *   (or the one, if one is listed).
 * - `together`: one cluster holds all of them. `not_in_cluster`: none of them stands in a cluster.
 */
const expectedSchema = z.strictObject({
  detectors: z.record(
    z.string(),
    z.strictObject({ must: z.array(verdict), must_not: z.array(verdict) }),
  ),
  clusters: z.strictObject({ together: z.array(verdict), not_in_cluster: z.array(verdict) }),
});
export type Expected = z.infer<typeof expectedSchema>;

export function readExpected(folder: string): Expected {
  return expectedSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
}
