/**
 * `npm run reliability:looks -- test/browser/cases …`: runs the browser tests, or those named, counts in how many looks at which rooms axe
 * found what, and which breaches of the Content-Security-Policy the browser told of, and writes it to docs/RELIABILITY.md.
 */
import { z } from 'zod';
import { record } from './record.ts';
import { chosen, filesThatUse, tallied } from './tallied.ts';

const test = z.string();
const seenSchema = z.discriminatedUnion('seen', [
  z.object({ seen: z.literal('opened'), test }),
  z.object({ seen: z.literal('breach'), test, breach: z.string() }),
  z.object({ seen: z.literal('axe'), test, room: z.string(), look: z.string(), grave: z.int() }),
]);

const all = filesThatUse('browser/browsing.ts');
const files = chosen(all, process.argv.slice(2));
const seen = await tallied(files, 'SKEIN_LOOKS_TALLY', seenSchema);
const looks = seen.noted.flatMap((one) => (one.seen === 'axe' ? [one] : []));
const breaches = seen.noted.flatMap((one) => (one.seen === 'breach' ? [one] : []));
await record('looks', {
  ...{ files: files.length, ofFiles: all.length, passed: seen.passed, failed: seen.failed },
  opened: seen.noted.filter((one) => one.seen === 'opened').length,
  breaches: breaches.map(({ test, breach }) => `${test}: ${breach}`),
  rooms: [...new Set(looks.map(({ room }) => room))].sort().map((room) => {
    const ofRoom = looks.filter((one) => one.room === room);
    return {
      room,
      times: ofRoom.length,
      looks: new Set(ofRoom.map(({ look }) => look)).size,
      grave: ofRoom.reduce((sum, { grave }) => sum + grave, 0),
    };
  }),
  looks: [...new Set(looks.map(({ look }) => look))].sort(),
});
