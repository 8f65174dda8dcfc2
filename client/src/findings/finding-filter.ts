import { useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useSearchParams } from 'wouter';
import { routes, type Query } from '../../../domain/api/api.ts';

/** What of a run's findings is listed. */
export type FindingFilter = Omit<Query<'findings'>, 'cursor' | 'limit'>;

/** Parameters of the page's address that narrow the list begin so: it stands beside whatever is open. */
const prefix = 'f.';

/** At these the parameters of the address are all of what is asked there. */
const ownAddress = /^\/(search|query)(\/|$)/;

function filterOfAddress(search: URLSearchParams): FindingFilter {
  const asked = [...search].flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
  );
  const read = routes.findings.query.strict().safeParse(Object.fromEntries(asked));
  return read.success ? (Object.fromEntries(asked) as FindingFilter) : {};
}

function withFilter(search: URLSearchParams, filter: FindingFilter): URLSearchParams {
  const after = new URLSearchParams([...search].filter(([name]) => !name.startsWith(prefix)));
  for (const [name, value] of Object.entries(filter))
    if (typeof value === 'string' || typeof value === 'number')
      after.set(prefix + name, String(value));
  return after;
}

export function isNarrowed(filter: FindingFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/**
 * The filter of the list, in the address so that a colleague sees the same; going on to another address keeps it, and one
 * that brings a filter of its own has its way.
 */
export function useFindingFilter() {
  const [search, setSearch] = useSearchParams();
  const [path] = useLocation();
  const asked = useMemo(() => filterOfAddress(search), [search]);
  const [kept, setKept] = useState(asked);
  const lost = !isNarrowed(asked) && isNarrowed(kept);
  useEffect(() => {
    if (lost && !ownAddress.test(path))
      setSearch((before) => withFilter(before, kept), { replace: true });
  }, [lost, kept, path, setSearch]);
  const put = useCallback(
    (filter: FindingFilter) => {
      // Kept first: an address without a filter is else taken for one that has lost it.
      flushSync(() => setKept(filter));
      setSearch((before) => withFilter(before, filter), { replace: true });
    },
    [setSearch],
  );
  return { filter: lost ? kept : asked, put };
}
