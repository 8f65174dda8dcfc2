/** Fewer accounts hold no ring and the honest around it. */
export const leastAccounts = 200;
/** Seeds are 32 bits. */
export const largestSeed = 4_294_967_295;
