import { parseArgs } from 'node:util';
import { writeFourthWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
if (!values.out) throw new Error('Say where to write: --out DIR');
await writeFourthWorld({
  accounts: Number(values.accounts),
  seed: Number(values.seed),
  folder: values.out,
});
