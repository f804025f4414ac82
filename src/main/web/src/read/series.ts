// Which figures may stand in one picture: the same measure in the same unit; a line joins only what is about one thing and of one status.
import type { Observation, Thing } from '../api';

export interface Comparable { readonly key: string; readonly indicator: Thing; readonly unit: Thing | undefined; readonly figures: readonly Observation[] }
export interface Series { readonly key: string; readonly first: Observation; readonly points: readonly { readonly at: string; readonly figure: Observation }[] }

/** Where in its year or month a figure stands that says no day: in the middle, so that it is read off as of that year or month. */
const MIDDLE = { year: '-07-01', month: '-15' } as const;

/** The day that a figure stands at: the last of its period, else its as-of, else the first. */
export function dayOf(figure: Observation): string | undefined {
  const day = figure.end ?? figure.asOf ?? figure.start;
  if (day?.precision === 'year') return day.date.slice(0, 4) + MIDDLE.year;
  if (day?.precision === 'month') return day.date.slice(0, 7) + MIDDLE.month;
  return day?.date;
}

/** Measures with figures of at least two days, each with all of its figures. */
export function comparable(figures: readonly Observation[]): readonly Comparable[] {
  const groups = new Map<string, Observation[]>();
  for (const figure of figures) {
    if (figure.indicator === undefined || figure.value === undefined || dayOf(figure) === undefined) continue;
    const key = `${figure.indicator.iri} ${figure.unit?.iri ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups].flatMap(([key, group]) => {
    const first = group[0];
    if (first?.indicator === undefined || new Set(group.map(dayOf)).size < 2) return [];
    return [{ key, indicator: first.indicator, unit: first.unit, figures: group }];
  });
}

/** Figures of one thing, one status, one pair of sides and one way of counting time, by day. */
export function series(figures: readonly Observation[]): readonly Series[] {
  const lines = new Map<string, { at: string; figure: Observation }[]>();
  for (const figure of figures) {
    const at = dayOf(figure);
    if (at === undefined || figure.value === undefined) continue;
    const key = [figure.about.map((thing) => thing.iri).join(' '), figure.status, figure.from?.iri, figure.to?.iri, timeOf(figure)].join('|');
    lines.set(key, [...(lines.get(key) ?? []), { at, figure }]);
  }
  return [...lines].map(([key, points]) => ({ key, first: points[0]!.figure, points: points.sort((one, other) => one.at.localeCompare(other.at)) }));
}

/** What 100 % would be, where the figure says how much of its target it is. */
export function targetOf(figure: Observation): number | undefined {
  return figure.value === undefined || figure.percentOfTarget === undefined || figure.percentOfTarget === 0
    ? undefined
    : (figure.value * 100) / figure.percentOfTarget;
}

/** A figure of a period, one counted up to a day, and a stock are not of one line. */
function timeOf(figure: Observation): string {
  if (figure.start !== undefined && figure.end !== undefined) return 'period';
  return figure.start !== undefined && figure.asOf !== undefined ? 'cumulative' : 'stock';
}
