/** What a person reads of: commands. */
export const commandsWords = {} as const;
