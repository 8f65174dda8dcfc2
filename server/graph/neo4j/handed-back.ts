/**
 * What this process holds in the database so that others wait for it: a lease, the sign that a load lives. At the end of the process
 * it is given back in the midst of the work, which can write nothing more then, so that nobody waits until it has run out.
 */
const held = new Set<() => Promise<void>>();
let isOver = false;

/** Returns how to have it forgotten, once the work has given it back itself. */
export function handedBackAtEnd(giveBack: () => Promise<void>): () => void {
  held.add(giveBack);
  // What was waited for until the others gave it back.
  if (isOver) void giveBack();
  return () => void held.delete(giveBack);
}

/** What cannot be given back runs out by itself. */
export async function handBackAll(): Promise<void> {
  isOver = true;
  await Promise.allSettled([...held].map((giveBack) => giveBack()));
}
