/** Beyond that an account's surroundings are the whole graph. */
export const mostHops = 4;
