import { useLocation } from 'wouter';

/** Where the queue is: `/queue`, or `/queue/<id>` with one of its items; null elsewhere. */
export function useQueueAddress(): { id: string | null } | null {
  const [path] = useLocation();
  const parts = /^\/queue(?:\/([\w-]+))?\/?$/.exec(path);
  return parts && { id: parts[1] ?? null };
}

export function addressOfItem(id: string): string {
  return `/queue/${encodeURIComponent(id)}`;
}
