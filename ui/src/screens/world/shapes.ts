// The outlines of countries, each with the code that the ledger uses. Loaded only where a map is drawn: it is heavy.
// It is the one file that knows world-atlas and the ISO tables.
import { geoContains, geoEqualEarth, geoPath } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';

export interface Shape { code: string; name: string; d: string; x: number; y: number } // code: ISO alpha-3, '' without one; x, y: middle of the largest part's bounds

// Land that the outlines give to the state that controls it, where the General Assembly holds it to be another's: drawn for neither.
const contested: { name: string; at: [number, number] }[] = [{ name: 'Crimea', at: [34.2, 45.2] }];

const alpha3 = new Map(codes.map(([, three, numeric]) => [numeric, three]));

/** The ISO alpha-3 code of an ISO numeric one ("051" → "ARM"); '' when there is none. */
export const alpha = (numeric: string | number | undefined): string => (numeric == null ? '' : (alpha3.get(String(numeric).padStart(3, '0')) ?? ''));

type Land = Feature<Geometry, { name: string }>;

/** A country without its contested parts, and these as shapes of their own without a code. */
function apart(f: Land): Land[] {
  if (f.geometry.type !== 'MultiPolygon') return [f];
  const parts = f.geometry.coordinates.map((coordinates) => ({ coordinates, of: contested.find((c) => geoContains({ type: 'Polygon', coordinates }, c.at)) }));
  const cut = parts.filter((p) => p.of);
  if (!cut.length) return [f];
  const rest = parts.filter((p) => !p.of).map((p) => p.coordinates);
  return [
    { ...f, geometry: { type: 'MultiPolygon', coordinates: rest } },
    ...cut.map((p): Land => ({ type: 'Feature', properties: { name: p.of!.name }, geometry: { type: 'Polygon', coordinates: p.coordinates } })),
  ];
}

/** Outlines in a picture of that width, and its height. Antarctica is left out: nobody votes there. */
export function shapes(width: number): { height: number; all: Shape[] } {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const all = feature(topology, topology.objects.countries).features.filter((f) => f.id !== '010').flatMap(apart);
  const world = { type: 'FeatureCollection' as const, features: all };
  const path = geoPath(geoEqualEarth().rotate([-11, 0]).fitWidth(width, world)).digits(1);
  const list = all.map((f) => {
    // A mark on the map stands in the largest part: Alaska or Guiana must not pull it into the sea.
    const parts = f.geometry.type === 'MultiPolygon' ? f.geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates })) : [f.geometry];
    const main = parts.reduce((a, b) => (path.area(b) > path.area(a) ? b : a));
    const [x, y] = path.centroid(main);
    return { code: alpha(f.id), name: f.properties.name, d: path(f) ?? '', x, y };
  });
  return { height: Math.ceil(path.bounds(world)[1][1]), all: list };
}
