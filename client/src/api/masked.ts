/** Whoever sees personal data masked wants to see it: what asks for the reason is told. */
const told = new Set<() => void>();

export function onShowAsked(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

export function askToShow(): void {
  for (const tell of told) tell();
}
