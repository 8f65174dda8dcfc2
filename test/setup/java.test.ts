import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJava } from '../../setup/java.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-java-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that answers as that Java does; returns the folder to be its JAVA_HOME. */
async function javaSaying(version: string): Promise<string> {
  const home = join(folder, `java-${version}`);
  await mkdir(join(home, 'bin'), { recursive: true });
  const program = join(home, 'bin', 'java');
  await writeFile(program, `#!/bin/sh\necho 'openjdk version "${version}" 2020-01-01' >&2\n`);
  await chmod(program, 0o755);
  return home;
}

test('a Java that is too old is named, with what is needed', async () => {
  const old = await javaSaying('1.8.0_392');
  const environment = { PATH: join(old, 'bin') };
  expect(() => findJava(environment, join(folder, 'none'))).toThrow(
    /^The Java found is 1\.8\.0_392 .* needs Java 17 or 21\..*$/,
  );
});

test('a Java that is too new is passed over for one that is installed beside it', async () => {
  const tooNew = await javaSaying('25.0.1');
  const usable = await javaSaying('21.0.4');
  const environment = {
    JAVA_HOME: tooNew,
    PATH: [join(tooNew, 'bin'), '/nowhere'].join(delimiter),
  };
  expect(findJava(environment, folder)).toEqual({
    java: join(usable, 'bin', 'java'),
    version: '21.0.4',
    major: 21,
  });
});

test('no Java at all is said in one line', () => {
  expect(() => findJava({ PATH: '' }, join(folder, 'none'))).toThrow(/^Java is missing: [^\n]+$/);
});
