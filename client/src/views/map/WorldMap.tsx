import { ActionIcon, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowsMaximize, IconMinus, IconPlus, IconWorld } from '@tabler/icons-react';
import { memo, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import type { Place } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useMark } from '../../workspace/marks.tsx';
import { countryName, placeName } from './country-names.ts';
import type { ClaimedCountry, Jump, SeenPlace } from './map-places.ts';
import { fittedTo, movedBy, wholeWorld, zoomedBy, type Frame } from './map-frame.ts';
import { nameOfPlace } from '../place-name.ts';
import { arc, drawn, mapHeight, mapWidth, middleOf, pointAt, type Point } from './world.ts';
import { usePlaceActs } from './use-place-acts.ts';

const text = messages.views.map;

interface WorldMapProps {
  seen: readonly SeenPlace[];
  claims: readonly ClaimedCountry[];
  jumps: readonly Jump[];
  places: ReadonlyMap<string, Place>;
  addresses: number;
}

/** Circles where addresses are, as large as what was done from there; claims are hollow and elsewhere dashed. */
export function WorldMap({ seen, claims, jumps, places, addresses }: WorldMapProps) {
  const { ref, width, height } = useElementSize();
  const points = useMemo(() => pointsOf(seen, places), [seen, places]);
  const fitted = useMemo(() => {
    const middles = claims.map(({ country }) => middleOf(country)).filter((one) => one !== null);
    return fittedTo([...[...points.values()].map(({ point }) => point), ...middles]);
  }, [points, claims]);
  const [moved, setMoved] = useState<Frame | null>(null);
  const frame = moved ?? fitted;
  // Circles and letters keep their size however near the map is.
  const scale = Math.max(frame.width / (width || mapWidth), frame.height / (height || mapHeight));
  const drag = useDrag(frame, setMoved);
  return (
    <figure ref={ref} className="world">
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        preserveAspectRatio="xMidYMid meet"
        role="group"
        aria-label={text.described(seen.length, addresses)}
        {...drag}
      >
        <Land />
        <Claims claims={claims} places={places} points={points} scale={scale} />
        <g className="jumps" aria-hidden>
          {jumps.map((jump) => {
            const [from, to] = [points.get(jump.from)?.point, points.get(jump.to)?.point];
            return (
              from &&
              to && (
                <path
                  key={`${jump.account} ${jump.from} ${jump.to}`}
                  d={arc(from, to)}
                  className={jump.hidden ? 'hidden' : ''}
                />
              )
            );
          })}
        </g>
        <Circles seen={seen} points={points} scale={scale} />
      </svg>
      <div className="map-tools">
        <Tool label={messages.page.canvas.zoomIn} act={() => setMoved(zoomedBy(frame, 0.6))}>
          <IconPlus size={16} />
        </Tool>
        <Tool label={messages.page.canvas.zoomOut} act={() => setMoved(zoomedBy(frame, 1 / 0.6))}>
          <IconMinus size={16} />
        </Tool>
        <Tool label={messages.views.map.fit} act={() => setMoved(null)}>
          <IconArrowsMaximize size={16} />
        </Tool>
        <Tool label={messages.views.map.whole} act={() => setMoved(wholeWorld)}>
          <IconWorld size={16} />
        </Tool>
      </div>
      <figcaption className="map-key">
        <Key />
      </figcaption>
    </figure>
  );
}

const Land = memo(function Land() {
  return (
    <g aria-hidden>
      <path className="sea" d={drawn.sphere} />
      <path className="graticule" d={drawn.graticule} />
      {drawn.land.map(({ key, d }) => (
        <path key={key} className="land" d={d} />
      ))}
      <path className="borders" d={drawn.borders} />
    </g>
  );
});

interface Placed {
  point: Point;
  exact: boolean;
}

/** A city at its own place; what is of a country alone in the country's middle. */
function pointsOf(
  seen: readonly SeenPlace[],
  places: ReadonlyMap<string, Place>,
): Map<string, Placed> {
  const points = new Map<string, Placed>();
  for (const place of seen) {
    const known = places.get(nameOfPlace(place));
    const exact = known?.exact ?? false;
    const at = known?.at ? pointAt(known.at) : null;
    const point = exact ? at : (middleOf(place.country) ?? at);
    if (point) points.set(nameOfPlace(place), { point, exact });
  }
  return points;
}

interface CirclesProps {
  seen: readonly SeenPlace[];
  points: ReadonlyMap<string, Placed>;
  scale: number;
}

function Circles({ seen, points, scale }: CirclesProps) {
  const acts = usePlaceActs();
  const most = Math.max(1, ...seen.map(({ logins }) => logins));
  return (
    <g className="places">
      {seen.map((place) => {
        const placed = points.get(nameOfPlace(place));
        if (!placed) return null;
        const [x, y] = placed.point;
        const radius = (4 + 16 * Math.sqrt(place.logins / most)) * scale;
        const name = placeName(place);
        return (
          <g
            key={nameOfPlace(place)}
            className={placed.exact ? 'place' : 'place of-country'}
            data-here={acts.isHere(place) || undefined}
            onClick={({ shiftKey }) => acts.pick(place, shiftKey)}
          >
            <title>
              {`${name}${placed.exact ? '' : ` (${text.noCity})`}\n${text.addresses(place.addresses.length)}, ${text.logins(place.logins)}, ${text.accounts(place.accounts.length)}`}
            </title>
            <circle cx={x} cy={y} r={radius} strokeWidth={1.2 * scale} />
            <text x={x} y={y + radius + 11 * scale} fontSize={10 * scale}>
              {place.city ?? countryName(place.country)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface ClaimsProps {
  claims: readonly ClaimedCountry[];
  places: ReadonlyMap<string, Place>;
  points: ReadonlyMap<string, Placed>;
  scale: number;
}

/** Hollow diamonds for what is claimed, and a dashed line to where those were seen instead. */
function Claims({ claims, places, points, scale }: ClaimsProps) {
  const mark = useMark();
  const pointOf = (country: string) => {
    const known = places.get(nameOfPlace({ country, city: null }))?.at;
    return middleOf(country) ?? (known ? pointAt(known) : null);
  };
  const firstOf = (country: string) =>
    [...points].find(([name]) => name.startsWith(`${country}|`))?.[1].point ?? null;
  return (
    <g className="claims">
      {claims.map(({ country, accounts, elsewhere }) => {
        const point = pointOf(country);
        if (!point) return null;
        const [x, y] = point;
        const side = (5 + Math.min(6, accounts.length)) * scale;
        const others = [...new Set(elsewhere.flatMap(({ seen }) => seen))];
        return (
          <g key={country} onClick={() => mark(accounts)}>
            <title>{text.claimed(countryName(country), accounts.length)}</title>
            {others.map((other) => {
              const to = firstOf(other);
              return to && <path key={other} className="differs" d={arc(point, to)} />;
            })}
            <path
              className="claim"
              d={`M${x},${y - side}L${x + side},${y}L${x},${y + side}L${x - side},${y}Z`}
              strokeWidth={1.6 * scale}
            />
          </g>
        );
      })}
    </g>
  );
}

function useDrag(frame: Frame, move: (frame: Frame) => void) {
  const last = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: ({ clientX, clientY }: PointerEvent) => {
      last.current = { x: clientX, y: clientY };
    },
    onPointerMove: ({ clientX, clientY, buttons, currentTarget }: PointerEvent) => {
      if (!last.current || buttons === 0) return;
      const perPixel = frame.width / currentTarget.clientWidth;
      move(
        movedBy(
          frame,
          (last.current.x - clientX) * perPixel,
          (last.current.y - clientY) * perPixel,
        ),
      );
      last.current = { x: clientX, y: clientY };
    },
    onPointerUp: () => {
      last.current = null;
    },
  };
}

function Tool(props: { label: string; act: () => void; children: ReactNode }) {
  return (
    <Tooltip label={props.label} position="left">
      <ActionIcon variant="default" size={28} aria-label={props.label} onClick={props.act}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

function Key() {
  return (
    <>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden>
          <circle className="key-seen" cx={6} cy={6} r={5} />
        </svg>
        {text.legendSeen}
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden>
          <circle className="key-country" cx={6} cy={6} r={5} />
        </svg>
        {text.legendCountry}
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden>
          <path className="claim" d="M6,1L11,6L6,11L1,6Z" />
        </svg>
        {text.legendClaim}
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden>
          <path className="differs" d="M0,6L12,6" />
        </svg>
        {text.legendDiffers}
      </span>
      <span className="faint">{text.credit}</span>
    </>
  );
}
