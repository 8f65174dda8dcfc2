import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory that holds package.json, of a checkout or of an installed package. */
export const checkout = fileURLToPath(new URL('..', import.meta.url));

/** Whether the sources are here; a package that was installed has what is compiled of them alone. */
export const hasSources = existsSync(join(checkout, 'server', 'edge', 'main.ts'));
