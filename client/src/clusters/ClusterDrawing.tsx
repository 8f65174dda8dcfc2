import { ActionIcon, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ClusterOverview } from '../../../domain/cluster-overview.ts';
import { messages } from '../../../domain/messages/later.ts';
import { outOf100 } from '../../../domain/score.ts';
import { ClusterAccounts, mostShown } from './ClusterAccounts.tsx';
import {
  clusterMap,
  levelOf,
  mostAtOnce,
  mostZoom,
  viewOf,
  wholeMap,
  zoomed,
  type ClusterCommunity,
  type ClusterMap,
  type MapLevel,
} from './cluster-map.ts';
import { Disc, Names, colourOf } from './Discs.tsx';
import { tieLabels } from './tie-label.ts';
import { step, useMapView } from './use-map-view.ts';

const text = messages.clusterOverview;
const mapText = messages.clusterMap;
const leastWidth = 320;
/** Of the window, beside what stands above and below. */
const shareOfHeight = 0.6;

interface ClusterDrawingProps {
  data: ClusterOverview;
  nameOf: (cluster: string) => string;
}

/** Every cluster on one map: from far, communities of them; from near, the accounts of each. */
export function ClusterDrawing({ data, nameOf }: ClusterDrawingProps) {
  const { ref, width } = useElementSize();
  const map = useMemo(
    () =>
      width > 0 ? clusterMap(data, Math.max(width, leastWidth), innerHeight * shareOfHeight) : null,
    [data, width],
  );
  return (
    <div ref={ref} className="clusters-drawing">
      {map && <Map map={map} width={width} nameOf={nameOf} />}
    </div>
  );
}

interface MapProps {
  map: ClusterMap;
  /** Pixels that there are. */
  width: number;
  nameOf: (cluster: string) => string;
}

function Map({ map, width, nameOf }: MapProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { view, look, dragging } = useMapView(map, svg);
  const [lit, setLit] = useState<string | null>(null);
  const isFew = map.clusters.length <= mostAtOnce;
  const pixels = isFew ? 1 : width / map.width;
  const level = levelOf(map, view, pixels);
  const scale = pixels * view.zoom;
  const places = [...level.communities, ...level.clusters];
  const litPlace = places.find((one) => keyOf(one) === lit);
  // What has the focus comes to the middle.
  const from = litPlace ? { ...view, x: litPlace.x, y: litPlace.y } : view;
  const near = () => look(zoomed(map, from, step));
  const far = () => look(zoomed(map, view, 1 / step));
  const keys: Readonly<Record<string, () => void>> = {
    '+': near,
    '=': near,
    '-': far,
    '0': () => look(wholeMap(map)),
  };
  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    if (event.ctrlKey || event.metaKey) return;
    keys[event.key]?.();
    walk(event);
  };
  const [w, h] = [map.width / view.zoom, map.height / view.zoom];
  const first = places[0] && keyOf(places[0]);
  const next = litPlace ? lit : first;
  return (
    <>
      <div className="clusters-zoom" role="toolbar" aria-label={mapText.tools}>
        <Zoom label={mapText.near} disabled={view.zoom >= mostZoom} onClick={near}>
          <IconPlus size={16} />
        </Zoom>
        <Zoom label={mapText.far} disabled={view.zoom <= 1} onClick={far}>
          <IconMinus size={16} />
        </Zoom>
        <Zoom label={mapText.whole} disabled={view.zoom <= 1} onClick={() => look(wholeMap(map))}>
          <IconArrowsMaximize size={16} />
        </Zoom>
        <span className="faint" role="status">
          {levelSays(map, level)}
        </span>
      </div>
      <svg
        ref={svg}
        width={map.width * pixels}
        height={map.height * pixels}
        viewBox={[view.x - w / 2, view.y - h / 2, w, h].join(' ')}
        role="group"
        aria-label={text.described(map.clusters.length, map.lines.length)}
        data-near={view.zoom > 1 || undefined}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setLit(null)}
        {...dragging}
      >
        <Lines level={level} nameOf={nameOf} lit={lit} scale={scale} />
        {level.communities.map((one) => (
          <Community
            key={one.number}
            one={one}
            scale={scale}
            isNext={keyOf(one) === next}
            onLit={setLit}
            onOpen={() => look(viewOf(map, one))}
          />
        ))}
        {level.clusters.map((one) => (
          <Disc
            key={one.cluster.id}
            one={one}
            isNext={one.cluster.id === next}
            isOpen={level.opened.includes(one)}
            onLit={setLit}
          />
        ))}
        {level.opened.map((one) => (
          <ClusterAccounts key={one.cluster.id} one={one} scale={scale} />
        ))}
        <Names
          clusters={level.clusters.filter((one) => !level.opened.includes(one))}
          hasNames={isFew}
          scale={scale}
        />
      </svg>
    </>
  );
}

function keyOf(one: MapLevel['clusters'][number] | ClusterCommunity): string {
  return 'cluster' in one ? one.cluster.id : `community ${one.number.toString()}`;
}

/** What is drawn, and what is not. */
function levelSays({ clusters }: ClusterMap, level: MapLevel): string {
  const { inCommunities, outside } = level.notDrawn;
  const accounts = (of: MapLevel['clusters']) =>
    of.reduce((sum, { cluster }) => sum + cluster.accounts, 0);
  const shown = level.opened.reduce(
    (sum, { cluster }) => sum + Math.min(mostShown, cluster.accounts),
    0,
  );
  const closed = accounts(clusters) - shown;
  return [
    mapText.drawn(
      mapText.shown(level.communities.length, level.clusters.length, level.opened.length),
    ),
    inCommunities > 0 && mapText.inCommunities(inCommunities),
    outside > 0 && mapText.outside(outside),
    closed > 0 && mapText.accounts(closed),
  ]
    .filter((says) => says !== false)
    .join(' ');
}

interface ZoomProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function Zoom({ label, disabled, onClick, children }: ZoomProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface LinesProps {
  level: MapLevel;
  nameOf: (cluster: string) => string;
  lit: string | null;
  scale: number;
}

/** Of what joins two communities, so much is named. */
const mostNamed = 5;

/** For the eye; the table says the same. */
function Lines({ level, nameOf, lit, scale }: LinesProps) {
  return (
    <g aria-hidden>
      {level.lines.map(({ key, count, from, to, ties }) => (
        <line
          key={key}
          className={ties.some(({ shared }) => shared > 0) ? 'cluster-tie' : 'cluster-tie of-money'}
          data-here={(lit !== null && (keyOf(from) === lit || keyOf(to) === lit)) || undefined}
          {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
          strokeWidth={Math.min(9, 1.5 + Math.log2(1 + count)) / scale}
        >
          <title>
            {ties
              .slice(0, mostNamed)
              .flatMap((tie) => tieLabels(tie, nameOf))
              .join('\n')}
          </title>
        </line>
      ))}
    </g>
  );
}

interface CommunityProps {
  one: ClusterCommunity;
  scale: number;
  isNext: boolean;
  onLit: (key: string) => void;
  onOpen: () => void;
}

function Community({ one, scale, isNext, onLit, onOpen }: CommunityProps) {
  const { number, clusters, accounts, score, joined, x, y, r } = one;
  const says = mapText.community(number, clusters.length, accounts, outOf100(score), joined);
  const lit = () => onLit(keyOf(one));
  return (
    <g
      className="cluster-community"
      role="button"
      aria-label={says}
      tabIndex={isNext ? 0 : -1}
      data-joined={joined || undefined}
      onFocus={lit}
      onMouseEnter={lit}
      onClick={onOpen}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === ' ') onOpen();
      }}
    >
      <title>{says}</title>
      <circle cx={x} cy={y} r={r * 0.94} style={{ fill: colourOf(score) }} />
      {r * scale > 24 && (
        <text x={x} y={y} dy="0.35em" fontSize={Math.min(13, (r * scale) / 4) / scale}>
          {r * scale > 44 ? mapText.clusters(clusters.length) : clusters.length}
        </text>
      )}
    </g>
  );
}

/** Arrows go from disc to disc in their order, Home and End to the first and the last; accounts come after their clusters. */
function walk(event: KeyboardEvent<SVGElement>): void {
  const discs = [
    ...event.currentTarget.querySelectorAll<SVGElement>(
      '.cluster-community, .cluster-disc, .cluster-account',
    ),
  ];
  const at = discs.findIndex((disc) => disc === document.activeElement);
  const next = {
    ...{ ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 },
    ...{ Home: 0, End: discs.length - 1 },
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  discs[next]?.focus();
}
