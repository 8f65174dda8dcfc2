import { geoArea, geoCentroid, geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlines from 'world-atlas/countries-110m.json';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Natural Earth's outlines at 1:110 million, as TopoJSON. */
const world = outlines as unknown as World;
const countries = feature(world, world.objects.countries).features;

export const mapWidth = 960;
export const mapHeight = 480;

const projection = geoNaturalEarth1().fitSize([mapWidth, mapHeight], { type: 'Sphere' });
const path = geoPath(projection).digits(1);

/** The drawing of the world, as SVG paths. */
export const drawn = {
  sphere: path({ type: 'Sphere' }) ?? '',
  graticule: path(geoGraticule10()) ?? '',
  land: countries.map(({ id, geometry }, at) => ({
    key: `${id ?? ''} ${at}`,
    d: path(geometry) ?? '',
  })),
  borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
};

export type Point = readonly [x: number, y: number];

export function pointAt({
  latitude,
  longitude,
}: {
  latitude: number;
  longitude: number;
}): Point | null {
  return projection([longitude, latitude]);
}

const alpha2 = new Map(codes.map(([two, , numeric]) => [numeric, two]));

/** Inside the largest piece of each country, by its two letters: overseas parts do not pull it away. */
const middles: ReadonlyMap<string, Point> = new Map(
  countries.flatMap(({ id, geometry }) => {
    const country = alpha2.get(String(id).padStart(3, '0'));
    if (country === undefined) return [];
    const parts =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
        : [geometry];
    const largest = parts.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
    const middle = projection(geoCentroid(largest));
    return middle ? [[country, middle] as const] : [];
  }),
);

/** Where to put what is said of a whole country; null for those too small to be outlined. */
export function middleOf(country: string): Point | null {
  return middles.get(country) ?? null;
}

/** The great circle between two points of the earth. */
export function arc(from: Point, to: Point): string {
  const ends = [from, to].map((point) => projection.invert?.([point[0], point[1]]) ?? [0, 0]);
  return path({ type: 'LineString', coordinates: ends }) ?? '';
}
