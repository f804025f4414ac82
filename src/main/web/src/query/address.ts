// The address of the page of queries: it holds the query itself, behind the hash, so that no length of it troubles a server.
// It is read and written past the router, which takes a hash apart and would mix the marks of the query with its own.
import type { LocationQuery } from 'vue-router';
import { VIEWS, type ResultView } from './columns';

export interface Asked { readonly query: string | undefined; readonly view: ResultView; readonly revision: number | undefined }

const inside = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));

/** What the address asks for; what it says wrongly is left out. @param before the hash, as older links have it */
export function askedNow(before: LocationQuery): Asked {
  const hash = inside();
  const wanted = (name: string): string | undefined => hash.get(name) || [before[name]].flat()[0] || undefined;
  const revision = Number(wanted('revision'));
  return { query: wanted('query'), view: VIEWS.find((view) => view === wanted('view')) ?? 'table', revision: Number.isInteger(revision) && revision > 0 ? revision : undefined };
}

/** Another query gets a place of its own in the history of the browser, with the record that the router keeps of each. */
export function keep({ query = '', view, revision }: Asked): void {
  const parts = new URLSearchParams({ query, ...(view === 'table' ? {} : { view }), ...(revision === undefined ? {} : { revision: String(revision) }) });
  const address = `/query#${parts}`;
  const before = inside().get('query');
  const record = history.state as { readonly current: string; readonly position: number };
  if (before === null || before === '' || before === query) history.replaceState({ ...record, current: address }, '', address);
  else history.pushState({ ...record, back: record.current, current: address, forward: null, position: record.position + 1, replaced: false }, '', address);
}
