/** Erases the account named on the command line, and says on stdout when a batch is done, for `killed.test.ts`. */
import { erasePerson } from '../../server/operations/retention/erase-person.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';

const settings = readSettings();
const { database } = await openDatabase(settings, silentProgress);
const between = () => {
  process.stdout.write('batch\n');
  // Until it is killed: the test has asked for that many.
  return new Promise<void>((resolve) => setImmediate(resolve));
};
const erasing = { database, settings, progress: silentProgress, between };
await erasePerson(erasing, process.argv[2]!, 'asked for by the person');
await database.close();
