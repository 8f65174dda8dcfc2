import { parseArgs } from 'node:util';
import { writeThirdWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
if (values.out === undefined) {
  process.stderr.write('usage: main.ts --accounts 2000 --seed 1 --out DIR\n');
  process.exitCode = 2;
} else {
  await writeThirdWorld({
    accounts: Number(values.accounts),
    seed: Number(values.seed),
    folder: values.out,
  });
  process.stdout.write(`${values.out}\n`);
}
