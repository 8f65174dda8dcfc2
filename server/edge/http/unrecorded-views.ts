/** Routes that are read, hold what not everybody may see, and show nothing that the custody log tells of: none is left out by oversight. */
import type { routes, RouteName } from '../../../domain/api/api.ts';

type Routes = typeof routes;

type Reading = {
  [N in RouteName]: Routes[N] extends { method: 'get' } | { reads: true } ? N : never;
}[RouteName];

/** What holds nothing of anybody says so itself, as `unseen`. */
export type Unrecorded = {
  [N in Reading]: Routes[N] extends { shows: null; unseen: string } ? N : never;
}[Reading];

/** Why each of them shows no personal data, or how else it is recorded. */
export const unrecorded: Readonly<Record<Unrecorded, string>> = {
  export: 'an act of its own, before the first byte',
  search:
    'what was searched for is recorded as one comes to rest (server/trust/custody/searches.ts)',
  overview: 'counts, and the state of the latest run',
  runs: 'parameters, times and counts',
  loads: 'names and digests of files, and counts',
  detections: 'steps and times',
  detection: 'steps and times',
  caseCounts: 'counts',
  tasksByPerson: 'how many tasks wait for whom of those who work here',
  boardState: 'whether a board that is open was saved again, and by whom; to open it is recorded',
  boardRevisions: 'who saved a board, and when; to open one of them is recorded',
  deliveries: 'to whom a report went and when; of the report its counts alone',
  delivery: 'to whom a report went and when; of the report its counts alone',
  allowed: 'folders, hosts and domains',
  places: 'where cities lie, by their names',
  feeds: 'where lists come from, and counts',
  screenings: 'editions of lists, and counts; to open one is recorded',
  lists: 'names of lists, and who of those who work here may know of them',
  intakes: 'names of files, and counts',
  intakeState: 'names of files, and counts',
  intakeMapping: 'which column is taken for which',
  mappings: 'which column is taken for which',
  numbers: 'figures of the work, never by person',
  numbersTable: 'figures of the work, never by person',
  savedQueries: 'texts of questions; what they answer is recorded when they are asked',
  savedQuery: 'the text of a question; what it answers is recorded when it is asked',
  asked: 'the queries behind an answer, and not what they answered; the answer itself is recorded',
  schedules: 'when which reports are made',
  schedule: 'when which reports are made',
  jobs: 'steps, times and counts',
  job: 'steps, times and counts; to open its report is recorded',
  parametersInForce: 'numbers of the program, with who set them and why',
  parameterHistory: 'numbers of the program, with who set them and why',
  weightHistory: 'numbers of the program, with who set them and why',
  trials: 'what was tried; to open what came of it is recorded',
  watchedPatterns: 'texts of questions, and how many answers there were',
  patternStanding: 'the text of a question, and how many answers there were',
};
