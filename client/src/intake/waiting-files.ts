import { useSyncExternalStore } from 'react';

/** Files that were dropped and are not being sent yet: they outlive the change of address that follows. */
let waiting: readonly File[] = [];
const listeners = new Set<() => void>();

export function addWaiting(files: readonly File[]): void {
  set([...waiting, ...files]);
}

/** All that wait; nobody else gets them. */
export function takeWaiting(): readonly File[] {
  const taken = waiting;
  set([]);
  return taken;
}

export function useWaiting(): readonly File[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
}

function set(files: readonly File[]): void {
  waiting = files;
  for (const listener of listeners) listener();
}
