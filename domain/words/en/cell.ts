/** What a person reads of: cell. */
export const cellWords = {} as const;
