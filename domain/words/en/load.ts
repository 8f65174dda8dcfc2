/** What a person reads of: load. */
export const loadWords = {} as const;
