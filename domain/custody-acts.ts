/**
 * `begin`: the log's first entry. `load`: files were loaded. `detect`: a run. `view`: somebody was shown evidence.
 * `export`: a bundle or a file of a graph was handed out. `judge`: an analyst's judgement. `enrich`: somebody asked a program or service about a node. `verify`: a bundle was
 * checked. `key`: a key was changed. `access`: somebody signed in or out or failed to, or who may come in was changed.
 * `erase`: personal values were removed. `backup`: all of a Skein was copied into a file.
 * `restore`: this log came out of one. `repair`: a torn line was set aside. `change`: settings, or what people work on, were
 * changed in a way that no other act says. `anchor`: the end of the chain of all homes was put outside.
 */
export const acts = [
  'begin',
  'load',
  'detect',
  'view',
  'export',
  'judge',
  'enrich',
  'verify',
  'key',
  'access',
  'erase',
  'backup',
  'restore',
  'repair',
  'change',
  'anchor',
] as const;
export type Act = (typeof acts)[number];
