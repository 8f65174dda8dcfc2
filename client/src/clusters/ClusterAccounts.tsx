import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { outOf100 } from '../../../domain/score.ts';
import { ask, send } from '../api/fetch.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { shortened } from '../views/shortened.ts';
import type { PlacedCluster } from './cluster-layout.ts';
import { placeInside } from './cluster-map.ts';

const text = messages.clusterMap;

/** Of one cluster; the rest are counted, and are on its own page. */
export const mostShown = 150;
const mostLetters = 16;

/** An account of so many pixels has room for its name. */
const roomForName = 26;

interface ClusterAccountsProps {
  one: PlacedCluster;
  /** Pixels of a unit of the map. */
  scale: number;
}

/** The accounts of a cluster that is looked at from near, in its disc; asked for only then. */
export function ClusterAccounts({ one: { cluster, x, y, r }, scale }: ClusterAccountsProps) {
  const { data, isError } = useQuery({
    queryKey: ['cluster-accounts', cluster.id],
    queryFn: async ({ signal }) => {
      const { accounts } = await ask('cluster', { id: cluster.id }, {}, signal);
      const nodes = accounts.slice(0, mostShown).map((id) => formatRef({ type: 'account', id }));
      return send('nodeValues', {}, { nodes }, {});
    },
  });
  const size = 12 / scale;
  if (!data)
    return (
      <text className="cluster-waiting" x={x} y={y} strokeWidth={0} fontSize={size}>
        {isError ? text.failed : text.waiting}
      </text>
    );
  const left = cluster.accounts - data.items.length;
  const places = Math.max(1, data.items.length);
  return (
    <g>
      {data.items.map(({ id, caption, score }, at) => {
        const place = placeInside(at, places);
        const says = text.account(caption, score === null ? null : outOf100(score));
        return (
          <Link
            key={id}
            className="cluster-account"
            href={addressOfSubject('node', formatRef({ type: 'account', id }))}
            aria-label={says}
            tabIndex={-1}
          >
            <title>{says}</title>
            <circle
              cx={x + place.x * r}
              cy={y + place.y * r}
              r={place.r * r}
              style={{
                fill: `color-mix(in srgb, var(--score) ${25 + 75 * (score ?? 0)}%, var(--panel))`,
              }}
            />
            {place.r * r * scale > roomForName && (
              <text
                className="cluster-waiting"
                x={x + place.x * r}
                y={y + place.y * r}
                dy="0.35em"
                fontSize={size}
                strokeWidth={3 / scale}
              >
                {shortened(caption, mostLetters)}
              </text>
            )}
          </Link>
        );
      })}
      {left > 0 && (
        <text
          className="cluster-waiting"
          x={x}
          y={y + r * 0.97}
          strokeWidth={3 / scale}
          fontSize={size}
        >
          {text.moreAccounts(left)}
        </text>
      )}
    </g>
  );
}
