// What every page reads: names, days, lists, and the passages that say a thing.

export interface Label { readonly zh?: string; readonly en?: string }
/** A date as far as a document gives it. */
export interface Day { readonly date: string; readonly precision?: string }
export interface Thing { readonly id: string; readonly iri: string; readonly class?: string; readonly label: Label; readonly count?: number }
export interface Some<T> { readonly total: number; readonly items: readonly T[] }
export interface Page<T> extends Some<T> { readonly next?: string }
export interface Ref { readonly id: string; readonly label: Label }
/** A document as one cites it: `basis` says whether its as-of is inferred. */
export interface CitedDocument extends Ref {
  readonly publishers?: readonly Ref[];
  readonly issued?: Day;
  readonly asOf?: Day;
  readonly basis?: string;
}
export interface EvidenceRef {
  readonly id: string;
  readonly document?: CitedDocument;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly start?: number;
  readonly end?: number;
}
export interface Point { readonly lat: number; readonly long: number; readonly source?: string }
/** A class or property by its name. */
export interface Word { readonly iri: string; readonly label: Label }
/** Words, a number or a date as it is written. */
export interface Literal { readonly value: string; readonly lang?: string; readonly datatype?: string }
/** Everything that is said of a thing, and what points to it. */
export interface ThingPage {
  readonly id: string;
  readonly iri: string;
  readonly class?: Word;
  readonly label: Label;
  readonly statements: readonly { readonly property: Word; readonly total?: number; readonly values: readonly (Thing | Literal)[] }[];
  readonly incoming: readonly { readonly property: Word; readonly class?: Word; readonly count: number; readonly items: readonly Thing[] }[];
  readonly truncated: boolean;
}
