/** Fewer accounts hold no ring and the honest around it. */
export const leastAccounts = 200;
/** More than that nobody has waited for. */
export const mostAccounts = 2_000_000;
/** Seeds are 32 bits. */
export const largestSeed = 4_294_967_295;
