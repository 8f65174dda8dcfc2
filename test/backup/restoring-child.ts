/** Restores the file named on the command line, and kills itself when it comes to the step that is named after it. */
import { restore } from '../../server/operations/backup/restore.ts';
import { reachDatabase } from '../../server/operations/store/open.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';

const [, , file, moment] = process.argv;

const progress: Progress = {
  ...silentProgress,
  step: (text) => {
    if (text === moment) process.kill(process.pid, 'SIGKILL');
  },
};

const settings = readSettings();
const { database, connection } = await reachDatabase(settings, silentProgress);
await restore({ database, connection, settings }, file!, progress);
// It was not killed, which the test sees.
await database.close();
