import { realpath, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/** No folders of people: what is read or written there is the system itself, and may never end. */
const ofTheSystem = ['/proc', '/sys', '/dev'];
/** The same, wherever they are mounted: proc, sysfs, devpts, cgroup and cgroup2, debugfs, tracefs. */
const systemKinds: ReadonlySet<number> = new Set([
  0x9fa0, 0x62656572, 0x1cd1, 0x27e0eb, 0x63677270, 0x64626720, 0x74726163,
]);

/** The folder as it really is; or why it is not to be used. */
export type FoundFolder = { real: string } | { refused: 'not-allowed' | 'missing' };

/**
 * Where a folder really lies, wherever links lead, if that is in one of those that are allowed. Of what is not allowed
 * nothing is told, not even whether it is there.
 */
export async function findFolder(path: string, allowed: readonly string[]): Promise<FoundFolder> {
  if (!path.startsWith(sep) || path.includes('\0')) return { refused: 'not-allowed' };
  const real = await reallyAt(path);
  if (!(await isAllowed(real, allowed))) return { refused: 'not-allowed' };
  try {
    if (!(await stat(real)).isDirectory()) return { refused: 'missing' };
    return systemKinds.has((await statfs(real)).type) ? { refused: 'not-allowed' } : { real };
  } catch {
    return { refused: 'missing' };
  }
}

/** Whether what really lies there is in one of the folders, and no part of the system. */
export async function isAllowed(real: string, allowed: readonly string[]): Promise<boolean> {
  if (isOfTheSystem(real)) return false;
  for (const each of allowed) if (isWithin(real, await reallyAt(each))) return true;
  return false;
}

/** A folder that nobody may allow, by its name. */
export function isOfTheSystem(path: string): boolean {
  return ofTheSystem.some((each) => isWithin(resolve(path), each));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** With every link followed as far as there is something; the rest as it is written. */
async function reallyAt(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const above = dirname(whole);
    return above === whole ? whole : join(await reallyAt(above), whole.slice(above.length));
  }
}
