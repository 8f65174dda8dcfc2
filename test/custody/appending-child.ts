/** Adds so many entries to the log of a home, and says the number of each on stdout once it is there. */
import { append } from '../../server/trust/custody/log.ts';

const [home, count] = process.argv.slice(2);
for (let at = 1; at <= Number(count); at += 1) {
  const subject = { process: process.pid, at };
  const { entry } = await append(home!, { act: 'view', subject, before: null, after: null });
  process.stdout.write(`${entry}\n`);
}
