/** What the page says where there is nothing yet, where it waits, and where it cannot go on. */
export const stateMessages = {
  unreachable: 'Skein does not answer. It may have been stopped: start it again with `npm start`.',
  offline: 'Skein does not answer.',
  offlineHint: 'What is on the screen stays. Trying again every few seconds.',
  databaseAway: 'The database does not answer.',
  databaseAwayHint: 'What is on the screen stays. This page goes on by itself when it is back.',
  back: 'Connected again.',
  failed: 'This could not be shown.',
  retry: 'Try again',
  showMasked: 'Show with a reason',
  loading: 'Loading …',
  crashed: 'The page has come to a halt.',
  crashedHint: 'Nothing is lost: the graph is in the database. Reload to go on.',
  reload: 'Reload',
  emptyTitle: 'No data loaded yet',
  emptyHint: 'Three ways to begin. This page goes on by itself.',
  sampleTitle: 'Look at the sample',
  emptySample:
    'It ships with Skein and shows all of it: real listings, and a fictional platform around them.',
  loadSample: 'Load the sample',
  ownTitle: 'Drop your files',
  emptyOwn:
    'CSV files, onto this page or by “Data”. You match their columns, see what would be rejected, then load.',
  connectTitle: 'Connect a database',
  connect:
    'A Neo4j of yours, 5.26 or newer, instead of the local one. Skein is started anew with its address:',
  connectLine: 'NEO4J_URI=neo4j://host:7687 NEO4J_USER=… NEO4J_PASSWORD=… npm start',
  noRunTitle: 'Loaded, but not detected yet',
  noRunHint: 'Run the detectors over what is loaded; this page goes on by itself.',
} as const;
