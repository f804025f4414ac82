// The operator's map: its lines as one SVG path in degrees, and the approval under which it is shown.
import { address } from '../api';

export interface Outline { readonly path: string; readonly approval: string }

type Position = readonly [number, number];
interface Geometry { readonly type: string; readonly coordinates?: unknown; readonly geometries?: readonly Geometry[] }
interface GeoJson extends Geometry { readonly approval?: string; readonly features?: readonly { readonly geometry: Geometry | null }[]; readonly geometry?: Geometry | null }

/** Undefined where the operator has given none. */
export async function readOutline(): Promise<Outline | undefined> {
  const answer = await fetch(address('map'));
  if (answer.status !== 200) return undefined;
  const map = (await answer.json()) as GeoJson;
  return { path: geometriesOf(map).map(pathOf).join(''), approval: map.approval ?? '' };
}

function geometriesOf(map: GeoJson): Geometry[] {
  if (map.type === 'FeatureCollection') return (map.features ?? []).flatMap((feature) => (feature.geometry === null ? [] : [feature.geometry]));
  if (map.type === 'Feature') return map.geometry ? [map.geometry] : [];
  return [map];
}

function pathOf(geometry: Geometry): string {
  switch (geometry.type) {
    case 'LineString':
      return line(geometry.coordinates as Position[], false);
    case 'MultiLineString':
      return (geometry.coordinates as Position[][]).map((part) => line(part, false)).join('');
    case 'Polygon':
      return (geometry.coordinates as Position[][]).map((ring) => line(ring, true)).join('');
    case 'MultiPolygon':
      return (geometry.coordinates as Position[][][]).flat().map((ring) => line(ring, true)).join('');
    case 'GeometryCollection':
      return (geometry.geometries ?? []).map(pathOf).join('');
    default:
      return '';
  }
}

function line(positions: readonly Position[], closed: boolean): string {
  const points = positions.map(([long, lat]) => `${long.toFixed(4)} ${lat.toFixed(4)}`);
  return points.length === 0 ? '' : `M${points.join('L')}${closed ? 'Z' : ''}`;
}
