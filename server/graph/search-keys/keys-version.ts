/** Raised when other words are kept (`keys.ts`); a database with those of an earlier version is brought up to this one. */
export const searchKeysVersion = 1;
