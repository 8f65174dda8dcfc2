/** Loads the folder named on the command line and says on stdout how far it is, for `killed.test.ts`. */
import { loadFolders } from '../../server/ingest/load/load.ts';
import { openDatabase } from '../../server/operations/store/open.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';

const progress: Progress = {
  step: (text) => process.stdout.write(`${text}\n`),
  advance: (done) => process.stdout.write(`${done}\n`),
  end: () => undefined,
};

const settings = readSettings();
const { database } = await openDatabase(settings, silentProgress);
await loadFolders(database, settings, [process.argv[2]!], {}, progress);
// It was too quick: the test sees that nobody killed it.
await database.close();
