import { parseRef } from '../../../domain/schema/graph.ts';
import { addressOfPair } from '../subject/subject.ts';
import { useSelect } from './selection.tsx';

/**
 * Says why two accounts are linked, with the ways between them on top of what is drawn, which stays. False where the
 * references are not of two accounts.
 */
export function useCompare(): (one: string, other: string) => boolean {
  const { tellOf } = useSelect();
  return (one, other) => {
    const [a, b] = [parseRef(one), parseRef(other)];
    if (a?.type !== 'account' || b?.type !== 'account' || a.id === b.id) return false;
    tellOf(addressOfPair(a.id, b.id));
    return true;
  };
}
