// What the columns of a result hold, and which views fit it.
import type { RdfTerm } from '../api';
import type { Answer, Row, Triple } from './sparql';

export type ColumnType = 'iri' | 'number' | 'date' | 'text' | 'empty';
export interface Column { readonly name: string; readonly type: ColumnType }
export type Rows = Extract<Answer, { kind: 'rows' }>;
export const VIEWS = ['table', 'chart', 'map', 'graph', 'raw'] as const;
export type ResultView = (typeof VIEWS)[number];

const LOOKED_AT = 300;
const NUMBERS = /#(integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger|unsignedInt|unsignedLong)$/;
const DATES = /#(date|dateTime|gYear|gYearMonth)$/;
export const ID = 'https://w3id.org/pairgraph/id/';

export function columnsOf({ vars, rows }: Rows): Column[] {
  return vars.map((name) => ({ name, type: typeOf(rows.slice(0, LOOKED_AT).flatMap((row) => row[name] ?? []), name) }));
}

function typeOf(terms: readonly RdfTerm[], name: string): ColumnType {
  if (terms.length === 0) return 'empty';
  if (terms.every((term) => term.type === 'uri')) return 'iri';
  if (/year$/i.test(name) && terms.every((term) => /^\d{4}$/.test(term.value))) return 'date';
  if (terms.every((term) => NUMBERS.test(term.datatype ?? ''))) return 'number';
  if (terms.every((term) => DATES.test(term.datatype ?? '') || /^\d{4}(-\d\d){0,2}$/.test(term.value))) return 'date';
  return 'text';
}

/** The first column of a type whose name is one of some. */
function called(columns: readonly Column[], type: ColumnType | undefined, ...names: string[]): Column | undefined {
  return names.flatMap((name) => columns.filter((column) => column.name.toLowerCase() === name && (type === undefined || column.type === type)))[0];
}

export interface Geography { readonly lat?: string; readonly long?: string; readonly areas: readonly string[]; readonly name?: string; readonly size?: string }

/** How a result is put on a map: by its own points, or by the places that it names. */
export function geography(result: Rows): Geography | undefined {
  const columns = columnsOf(result);
  const [lat, long] = [called(columns, 'number', 'lat', 'latitude'), called(columns, 'number', 'long', 'lon', 'lng', 'longitude')];
  const areas = columns.filter((column) => column.type === 'iri' && result.rows.slice(0, LOOKED_AT).some((row) => row[column.name]?.value.startsWith(`${ID}area/`))).map((column) => column.name);
  if ((lat === undefined || long === undefined) && areas.length === 0) return undefined;
  const name = nameColumn(columns);
  const size = columns.find((column) => column.type === 'number' && column !== lat && column !== long);
  return { ...(lat === undefined || long === undefined ? {} : { lat: lat.name, long: long.name }), areas, ...(name === undefined ? {} : { name: name.name }), ...(size === undefined ? {} : { size: size.name }) };
}

function nameColumn(columns: readonly Column[]): Column | undefined {
  return columns.find((column) => column.type === 'text' && /(label|name|zh|en)$/i.test(column.name)) ?? columns.find((column) => column.type === 'text');
}

export interface Network { readonly nodes: readonly string[]; readonly edges: readonly { readonly source: string; readonly target: string; readonly label: string }[]; readonly left: number }
export const EDGES_AT_MOST = 600;

/** A result as nodes and edges: triples between IRIs, or the columns ?source and ?target, else the first two of IRIs. */
export function networkOf(answer: Answer): Network | undefined {
  const edges = answer.kind === 'triples' ? ofTriples(answer.triples) : answer.kind === 'rows' ? ofRows(answer) : [];
  if (edges.length === 0) return undefined;
  const shown = edges.slice(0, EDGES_AT_MOST);
  return { nodes: [...new Set(shown.flatMap(({ source, target }) => [source, target]))], edges: shown, left: edges.length - shown.length };
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

function ofTriples(triples: readonly Triple[]): Network['edges'][number][] {
  return triples.filter(({ object, predicate }) => object.type !== 'literal' && predicate.value !== TYPE).map(({ subject, predicate, object }) => ({ source: subject.value, target: object.value, label: predicate.value }));
}

function ofRows(result: Rows): Network['edges'][number][] {
  const iris = columnsOf(result).filter((column) => column.type === 'iri');
  const source = called(iris, 'iri', 'source', 'supporter', 'from', 'subject', 's') ?? iris[0];
  const target = called(iris, 'iri', 'target', 'supported', 'to', 'object', 'o') ?? iris.find((column) => column !== source);
  if (source === undefined || target === undefined || source === target) return [];
  const found = new Map<string, Network['edges'][number]>();
  for (const row of result.rows) {
    const [from, to] = [row[source.name]?.value, row[target.name]?.value];
    if (from !== undefined && to !== undefined && from !== to) found.set(`${from} ${to}`, { source: from, target: to, label: '' });
  }
  return [...found.values()];
}

/** Which views have something to show; the table and the raw answer always do. */
export function viewsOf(answer: Answer): ResultView[] {
  if (answer.kind === 'boolean') return [];
  const fits = (view: ResultView): boolean => {
    if (view === 'chart') return answer.kind === 'rows' && chartOf(answer) !== undefined;
    if (view === 'map') return answer.kind === 'rows' && geography(answer) !== undefined;
    if (view === 'graph') return networkOf(answer) !== undefined;
    return true;
  };
  return VIEWS.filter(fits);
}

export type ChartShape = 'bar' | 'line' | 'pie';
export interface Chart { readonly shapes: readonly ChartShape[]; readonly over: string; readonly values: readonly string[]; readonly by?: string }

const SLICES_AT_MOST = 8;

/** Numbers over days or years are lines, over names bars, and a few parts of one whole may be a pie. */
export function chartOf(result: Rows): Chart | undefined {
  const columns = columnsOf(result);
  const values = columns.filter((column) => column.type === 'number' && !/^(lat|long|lon|lng|latitude|longitude|revision|line|from|to|start|end)$/i.test(column.name));
  if (values.length === 0 || result.rows.length === 0) return undefined;
  const date = columns.find((column) => column.type === 'date');
  const name = nameColumn(columns.filter((column) => column !== date)) ?? columns.find((column) => column.type === 'iri');
  if (date !== undefined) {
    const several = new Set(result.rows.map((row) => row[date.name]?.value)).size < result.rows.length;
    return { shapes: ['line', 'bar'], over: date.name, values: several ? [values[0]!.name] : values.map((column) => column.name), ...(several && name !== undefined ? { by: name.name } : {}) };
  }
  if (name === undefined) return undefined;
  const isWhole = values.length === 1 && result.rows.length <= SLICES_AT_MOST && result.rows.every((row) => Number(row[values[0]!.name]?.value ?? 0) >= 0);
  return { shapes: isWhole ? ['bar', 'pie'] : ['bar'], over: name.name, values: values.map((column) => column.name) };
}

export function cellText(row: Row, name: string): string {
  return row[name]?.value ?? '';
}
