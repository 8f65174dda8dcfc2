/** What a person reads of: page. */
export const pageWords = {} as const;
