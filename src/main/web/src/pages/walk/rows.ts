// The claims that are shown, as rows for the table and the CSV file.
import type { Day } from '../../api';
import { word } from '../../codes';
import { csv } from '../../files';
import { dayText } from '../../format';
import type { Walk } from './walk';
import { t } from './words';

export interface ClaimRow {
  readonly id: string;
  readonly supporters: readonly string[];
  readonly supported: readonly string[];
  readonly kind: string;
  readonly when: readonly Day[];
  readonly count: number | undefined;
  readonly status: string;
  readonly basis: string;
}

export function claimRows(walk: Walk): ClaimRow[] {
  return walk.shown.claims.map((claim) => {
    const { first } = claim;
    const day = (date: string | undefined, precision: string | undefined): Day[] => (date === undefined ? [] : [precision === undefined ? { date } : { date, precision }]);
    const begin = first.start === undefined ? day(first.asOf, first.asOfPrecision) : day(first.start, first.startPrecision);
    return {
      id: claim.id, supporters: claim.supporters.map(walk.nameOf), supported: claim.supported.map(walk.nameOf), kind: first.kind,
      when: [...begin, ...day(first.end, first.endPrecision)], count: first.count, status: first.status ?? '', basis: first.basis ?? '',
    };
  });
}

export function csvOf(rows: readonly ClaimRow[]): string {
  const head = ['id', t.value.supporters, t.value.supportedOnes, t.value.kind, t.value.when, t.value.links, t.value.status, t.value.basis];
  return csv([
    head,
    ...rows.map((row) => [
      row.id, row.supporters.join('; '), row.supported.join('; '), word('kind', row.kind), row.when.map((day) => dayText(day)).join(' – '), row.count, word('status', row.status),
      word('basis', row.basis),
    ]),
  ]);
}
