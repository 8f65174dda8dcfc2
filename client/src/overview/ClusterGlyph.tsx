import { createElement } from 'react';
import type { Family } from '../../../domain/detector.ts';
import type { Cluster } from '../../../domain/finding.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import { iconNamed } from '../theme/node-icons.ts';
import { useScheme } from '../theme/scheme.ts';

/** Of what binds most, as the thing that it is told by. */
const thingOf: Partial<Record<Family, NodeTypeName>> = {
  money: 'payment_account',
  device: 'device',
  network: 'ip',
  papers: 'document',
  text: 'job',
  watchlist: 'watchlist_entry',
};

const size = 84;
/** More dots are none. */
const mostDots = 36;

/** A small picture of a cluster: as many dots as it has accounts, around what binds them most. */
export function ClusterGlyph({ cluster }: { cluster: Pick<Cluster, 'accounts' | 'group'> }) {
  const scheme = useScheme();
  const dots = Math.min(mostDots, cluster.accounts.length);
  const bond = cluster.group?.terms.find(({ name }) => name.startsWith('bond:'))?.name.slice(5);
  const thing = nodeType(thingOf[bond as Family] ?? 'account');
  const account = nodeType('account').colour[scheme];
  const middle = size / 2;
  const radius = middle - 9;
  const places = Array.from({ length: dots }, (_, at) => {
    const angle = (2 * Math.PI * at) / dots - Math.PI / 2;
    return { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
  });
  return (
    <svg className="overview-glyph" width={size} height={size} aria-hidden>
      {places.map(({ x, y }, at) => (
        <line
          key={at}
          x1={middle}
          y1={middle}
          x2={x}
          y2={y}
          stroke="var(--rim)"
          strokeWidth={1.5}
        />
      ))}
      {places.map(({ x, y }, at) => (
        <circle key={at} cx={x} cy={y} r={dots > 20 ? 3 : 4.5} fill={account} />
      ))}
      <circle cx={middle} cy={middle} r={17} fill="var(--panel)" stroke={thing.colour[scheme]} />
      {createElement(iconNamed(thing.icon), {
        ...{ x: middle - 10, y: middle - 10, size: 20, stroke: 1.8 },
        color: thing.colour[scheme],
      })}
    </svg>
  );
}
