/** What a person reads of: detect. */
export const detectWords = {} as const;
