/**
 * Machines differ tenfold, and what is tried is not how fast they are: a test's click is waited for, in milliseconds.
 */
export const clickLimitMs = 5 * 60_000;

const unit = JSON.stringify(Array.from({ length: 400_000 }, (_, at) => ({ id: `a${at}`, at })));

/** How long plain work takes here and now, in seconds: a quarter of one where the tests were written. */
function pace(): number {
  const begun = performance.now();
  for (let time = 0; time < 2; time++) JSON.parse(unit);
  return (performance.now() - begun) / 1_000;
}

/** What a server that serves others may at most take to say something, on a machine of this pace, in seconds. */
export function promptly(): number {
  return 20 * Math.max(pace(), pace());
}
