/** Delivers what is due at the time on the command line, for a test that kills it while it does. */
import pino from 'pino';
import { deliverDue } from '../../server/operations/delivery/deliver.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';

const settings = readSettings();
const { database } = await openDatabase(settings, silentProgress);
const clock = () => new Date(process.argv[2]!);
// Of use only until it is killed: others wait as long.
const options = { log: pino({ level: 'silent' }), lease: 6_000, patience: 60_000 };
await deliverDue(database, settings, clock, options);
await database.close();
