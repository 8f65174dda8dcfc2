/** Told whenever an answer says that nobody is signed in: the session has ended meanwhile, here or elsewhere. */
const told = new Set<() => void>();

export function onSignedOut(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

export function tellSignedOut(): void {
  for (const tell of told) tell();
}
