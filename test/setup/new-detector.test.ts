import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { checkout } from '../../server/platform/settings/settings.ts';

const text = messages.parameters.command;
const copied = mkdtempSync(join(tmpdir(), 'skein-checkout-'));
const written = [
  'cypher/detectors/shared-door.cypher',
  'cypher/detectors/shared-door.ts',
  'test/detectors/shared-door.test.ts',
  'test/figures/recounts/shared-door.ts',
  'datasets/silverstar/expected/shared-door.json',
];

/** Times are kept, so that the page that is built counts as built. */
beforeAll(() => {
  const left = new Set(
    ['.git', '.skein', 'node_modules', 'out'].map((name) => join(checkout, name)),
  );
  cpSync(checkout, copied, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !left.has(path),
  });
  symlinkSync(join(checkout, 'node_modules'), join(copied, 'node_modules'), 'junction');
});

afterAll(() => {
  rmSync(copied, { recursive: true, force: true });
});

function newDetector(id: string) {
  const skein = join(copied, 'bin', 'skein.mjs');
  return spawnSync(process.execPath, [skein, 'detector', 'new', id], { encoding: 'utf8' });
}

const contents = () => written.map((path) => readFileSync(join(copied, path), 'utf8'));

describe('skein detector new', () => {
  it('writes a detector that passes its own test and the contract as it is', () => {
    const { status, stdout } = newDetector('shared-door');
    expect(status).toBe(0);
    expect(stdout).toBe([...written, text.next('shared-door'), ''].join('\n'));
    for (const content of contents()) expect(content).not.toContain('detector-id');
    const vitest = join(copied, 'node_modules', 'vitest', 'vitest.mjs');
    const tests = ['test/detectors/shared-door.test.ts', 'test/contract'];
    execFileSync(process.execPath, [vitest, 'run', ...tests, '-t', 'shared-door'], {
      cwd: copied,
      stdio: 'pipe',
    });
  });

  it('overwrites nothing', () => {
    const before = contents();
    const { status, stderr } = newDetector('shared-door');
    expect(status).toBe(1);
    expect(stderr).toContain(text.exists('shared-door', written[0]!));
    expect(contents()).toEqual(before);
  });

  it.each(['Shared_Door', 'shared--door', '../door', '9door'])('takes no id like %s', (id) => {
    const { status, stderr } = newDetector(id);
    expect(status).toBe(2);
    expect(stderr).toContain(text.badId(id));
  });

  it('says so where there are no tests beside the program', () => {
    rmSync(join(copied, 'test'), { recursive: true });
    const { status, stderr } = newDetector('other-door');
    expect(status).toBe(2);
    expect(stderr).toContain(text.noCheckout);
  });
});
