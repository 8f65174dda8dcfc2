import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ClusterOverview } from '../../../domain/cluster-overview.ts';
import { messages } from '../../../domain/messages/later.ts';
import { outOf100 } from '../../../domain/score.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { clusterLayout, type ClusterLayout, type PlacedCluster } from './cluster-layout.ts';
import { nameLines } from './name-lines.ts';
import { tieCount, tieLabels } from './tie-label.ts';

const text = messages.clusterOverview;
/** More names would hide one another; then each says its own where the pointer or the focus is. */
const mostNames = 60;
const mostLetters = 20;
/** A disc of this size has room for its place in the order. */
const roomForPlace = 11;
const leastWidth = 320;

interface ClusterDrawingProps {
  data: ClusterOverview;
  nameOf: (cluster: string) => string;
}

/** Every cluster as a disc that leads to it, and lines between those that something joins. */
export function ClusterDrawing({ data, nameOf }: ClusterDrawingProps) {
  const { ref, width } = useElementSize();
  const [lit, setLit] = useState<string | null>(null);
  const hasNames = data.clusters.length <= mostNames;
  const layout = useMemo(
    () => (width > 0 ? clusterLayout(data, Math.max(width, leastWidth), hasNames) : null),
    [data, width, hasNames],
  );
  const first = data.clusters[0]?.id;
  return (
    <div ref={ref} className="clusters-drawing">
      {layout && (
        <svg
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={text.described(layout.clusters.length, layout.lines.length)}
          onKeyDown={walk}
          onMouseLeave={() => setLit(null)}
        >
          <Lines layout={layout} nameOf={nameOf} lit={lit} />
          {layout.clusters.map((one) => (
            <Disc
              key={one.cluster.id}
              one={one}
              isNext={one.cluster.id === (lit ?? first)}
              onLit={setLit}
            />
          ))}
          <Names layout={layout} hasNames={hasNames} />
        </svg>
      )}
    </div>
  );
}

interface LinesProps {
  layout: ClusterLayout;
  nameOf: (cluster: string) => string;
  lit: string | null;
}

/** For the eye; the table says the same. */
function Lines({ layout, nameOf, lit }: LinesProps) {
  return (
    <g aria-hidden>
      {layout.lines.map(({ tie, from, to }) => (
        <line
          key={tie.between.join(' ')}
          className={tie.shared > 0 ? 'cluster-tie' : 'cluster-tie of-money'}
          data-here={(lit !== null && tie.between.includes(lit)) || undefined}
          {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
          strokeWidth={Math.min(9, 1.5 + Math.log2(1 + tieCount(tie)))}
        >
          <title>{tieLabels(tie, nameOf).join('\n')}</title>
        </line>
      ))}
    </g>
  );
}

interface DiscProps {
  one: PlacedCluster;
  /** The one that Tab leads to; arrows go on from there. */
  isNext: boolean;
  onLit: (cluster: string) => void;
}

function Disc({ one: { cluster, place, x, y, r }, isNext, onLit }: DiscProps) {
  const { id, name, accounts, score, decided } = cluster;
  const state = decided?.state ?? 'new';
  const says = text.cluster(place, name, accounts, outOf100(score), messages.triage.states[state]);
  return (
    <Link
      className="cluster-disc"
      href={addressOfSubject('cluster', id)}
      aria-label={says}
      tabIndex={isNext ? 0 : -1}
      data-state={state}
      onFocus={() => onLit(id)}
      onMouseEnter={() => onLit(id)}
    >
      <title>{says}</title>
      <circle cx={x} cy={y} r={r} style={state === 'dismissed' ? {} : { fill: colourOf(score) }} />
    </Link>
  );
}

/** Paler where it is less likely, and never so that a line shows through. */
function colourOf(score: number): string {
  return `color-mix(in srgb, var(--score) ${25 + 75 * score}%, var(--panel))`;
}

/** For the eye; each disc says its own in full. */
function Names({ layout, hasNames }: { layout: ClusterLayout; hasNames: boolean }) {
  return (
    <g className="cluster-names" aria-hidden>
      {layout.clusters.map(({ cluster: { id, name }, place, x, y, r }) => (
        <g key={id}>
          {(hasNames || r > roomForPlace) && (
            <text className="cluster-place" x={x} y={y} dy="0.35em">
              {place}
            </text>
          )}
          {hasNames && (
            <text y={y + r}>
              {nameLines(name, mostLetters).map((line, at) => (
                <tspan key={at} x={x} dy="1.3em">
                  {line}
                </tspan>
              ))}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Arrows go from cluster to cluster in their order, Home and End to the first and the last. */
function walk(event: KeyboardEvent<SVGElement>): void {
  const discs = [...event.currentTarget.querySelectorAll<SVGElement>('.cluster-disc')];
  const at = discs.findIndex((disc) => disc === document.activeElement);
  const next = {
    ...{ ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 },
    ...{ Home: 0, End: discs.length - 1 },
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  discs[next]?.focus();
}
