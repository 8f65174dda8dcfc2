/** What a person reads of: report. */
export const reportWords = {} as const;
