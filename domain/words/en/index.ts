import { cellWords } from './cell.ts';
import { commandsWords } from './commands.ts';
import { databaseWords } from './database.ts';
import { detectWords } from './detect.ts';
import { evidenceWords } from './evidence.ts';
import { generateWords } from './generate.ts';
import { explainWords } from './explain.ts';
import { httpWords } from './http.ts';
import { intakeWords } from './intake.ts';
import { loadWords } from './load.ts';
import { namesWords } from './names.ts';
import { pageWords } from './page.ts';
import { reportWords } from './report.ts';

/** English, whole: every text a person reads but a detector's own, which stand in its declaration. */
export const en = {
  cell: cellWords,
  commands: commandsWords,
  database: databaseWords,
  detect: detectWords,
  evidence: evidenceWords,
  generate: generateWords,
  explain: explainWords,
  http: httpWords,
  intake: intakeWords,
  load: loadWords,
  names: namesWords,
  page: pageWords,
  report: reportWords,
} as const;
