// `npm run bench`: runs the benchmarks, prints their figures and writes them to docs/PERFORMANCE.md and docs/SCALING.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('bench.ts', import.meta.url));
// By its address, since what is measured inherits it and works in the folder of its world.
const typescript = ['--import', import.meta.resolve('tsx')];
const args = [...process.execArgv, ...typescript, bench, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
