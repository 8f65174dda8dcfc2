import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { checkFreeSpace } from '../../server/graph/neo4j/free-space.ts';
import { UnavailableError } from '../../server/platform/problems.ts';

test('a disk without room is refused in a line that says how much is needed', async () => {
  await expect(checkFreeSpace(tmpdir(), 1)).resolves.toBeUndefined();
  const refusal = await checkFreeSpace(tmpdir(), 2 ** 40).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnavailableError);
  expect((refusal as Error).message).toMatch(
    /^The disk that holds .* MiB free, .* needs 1099511627776: [^\n]*$/,
  );
});
