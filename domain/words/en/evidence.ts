/** What a person reads of: evidence. */
export const evidenceWords = {} as const;
