/** Machines differ tenfold, and what is tried is not how fast they are: a test's click is waited for, in milliseconds. */
export const clickLimitMs = 5 * 60_000;
