/** What a person reads of: database. */
export const databaseWords = {} as const;
