/**
 * Machines differ tenfold, and what is tried is not how fast they are: a test's click is waited for, in milliseconds.
 */
export const clickLimitMs = 5 * 60_000;

/** How long plain work takes here and now, in seconds: to write and read 11 MB of JSON. */
function pace(): number {
  const begun = performance.now();
  const rows = Array.from({ length: 400_000 }, (_, at) => ({ id: `a${at}`, at }));
  JSON.parse(JSON.stringify(rows));
  return (performance.now() - begun) / 1_000;
}

/** What a server that serves others may at most take to say something, on a machine of this pace, in seconds. */
export function promptly(): number {
  return 12 * Math.max(pace(), pace());
}
