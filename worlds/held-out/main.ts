import { parseArgs } from 'node:util';
import { writeSecondWorld } from './world.ts';

/** `npx tsx worlds/held-out/main.ts --accounts N --seed S --out DIR` */
const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('Say where to write: --out DIR');
await writeSecondWorld({
  accounts: Number(values.accounts),
  seed: Number(values.seed),
  folder: values.out,
});
