import type { Act } from '../../verifier/custody-entry.ts';

/** As `acts` of custody-entry.ts, without the schema that stands there, which is slow to load. */
const names: Readonly<Record<Act, true>> = {
  begin: true,
  load: true,
  detect: true,
  view: true,
  export: true,
  judge: true,
  verify: true,
  key: true,
  erase: true,
  repair: true,
};

/** What the custody log tells of. */
export const actNames = Object.keys(names) as Act[];
