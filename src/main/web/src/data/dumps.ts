// What can be had as a whole, and under which licence each source is.
import { asked, type Options } from '../api';

export interface Dumps {
  readonly revision: number;
  readonly files: readonly { readonly name: string; readonly path: string; readonly mediaType: string; readonly graphs: 'default' | 'named'; readonly bytes?: number; readonly sha256?: string }[];
  readonly sources: readonly { readonly name: string; readonly version: number; readonly triples: number; readonly licence?: string }[];
}
export interface Licence { readonly name: string; readonly href: string }

const NAMES: Readonly<Record<string, string>> = {
  'https://creativecommons.org/licenses/by/4.0/': 'CC BY 4.0', 'https://opendatacommons.org/licenses/odbl/1-0/': 'ODbL 1.0',
};

export const dumps = (options: Options) => asked('/data/dumps', options, { method: 'GET', headers: { Accept: 'application/json' } }) as Promise<Dumps>;

/** The licence of the current version of a source; undefined where nobody stated it. */
export function licenceOf(all: Dumps | undefined, source: string): Licence | undefined {
  const href = all?.sources.find((one) => one.name === source)?.licence;
  return href === undefined ? undefined : { name: NAMES[href] ?? href, href };
}
