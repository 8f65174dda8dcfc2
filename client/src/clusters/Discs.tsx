import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { outOf100 } from '../../../domain/score.ts';
import { addressOfSubject } from '../subject/subject.ts';
import type { PlacedCluster } from './cluster-layout.ts';
import { nameLines } from './name-lines.ts';

const text = messages.clusterOverview;
const mostLetters = 20;
/** A disc of so many pixels has room for its place in the order. */
const roomForPlace = 11;
/** Of such a size, for its name below it. */
const roomForName = 40;

interface DiscProps {
  one: PlacedCluster;
  /** The one that Tab leads to; arrows go on from there. */
  isNext: boolean;
  /** Its accounts are drawn in it. */
  isOpen: boolean;
  onLit: (cluster: string) => void;
}

/** A cluster, which leads to its accounts. */
export function Disc({ one, isNext, isOpen, onLit }: DiscProps) {
  const { cluster, place, x, y, r } = one;
  const { id, name, accounts, score, decided } = cluster;
  const state = decided?.state ?? 'new';
  const says = text.cluster(place, name, accounts, outOf100(score), messages.triage.states[state]);
  const isPlain = state === 'dismissed' || isOpen;
  return (
    <Link
      className="cluster-disc"
      href={addressOfSubject('cluster', id)}
      aria-label={says}
      tabIndex={isNext ? 0 : -1}
      data-state={state}
      data-open={isOpen || undefined}
      onFocus={() => onLit(id)}
      onMouseEnter={() => onLit(id)}
    >
      <title>{says}</title>
      <circle cx={x} cy={y} r={r} style={isPlain ? {} : { fill: colourOf(score) }} />
    </Link>
  );
}

/** Paler where it is less likely, and never so that a line shows through. */
export function colourOf(score: number): string {
  return `color-mix(in srgb, var(--score) ${25 + 75 * score}%, var(--panel))`;
}

interface NamesProps {
  clusters: readonly PlacedCluster[];
  hasNames: boolean;
  /** Pixels of a unit of the map. */
  scale: number;
}

/** For the eye; each disc says its own in full. */
export function Names({ clusters, hasNames, scale }: NamesProps) {
  return (
    <g className="cluster-names" aria-hidden fontSize={12 / scale} strokeWidth={3 / scale}>
      {clusters.map(({ cluster: { id, name }, place, x, y, r }) => (
        <g key={id}>
          {(hasNames || r * scale > roomForPlace) && (
            <text className="cluster-place" x={x} y={y} dy="0.35em">
              {place}
            </text>
          )}
          {(hasNames || r * scale > roomForName) && (
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
