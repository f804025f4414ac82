// Terms, queries, their rows, and what is kept of them.
import type { Label } from './things';

/** A class, a property, a code list or a code. */
export interface Term {
  readonly iri: string;
  readonly name: string;
  readonly kind: 'class' | 'object-property' | 'datatype-property' | 'code-list' | 'code';
  readonly label: Label;
  readonly definition?: Label;
  readonly example?: Label;
  readonly note?: Label;
  readonly links: readonly { readonly relation: string; readonly target: string }[];
  readonly uses: number;
}
export interface SavedQuery { readonly name: string; readonly link: string; readonly title: Required<Label>; readonly query: string }
/** What fixes a query, a revision and the digest of the result. */
export interface Citation { readonly id: string; readonly url: string; readonly query: string; readonly revision: number; readonly text: string }
/** SPARQL 1.1 Query Results JSON. */
export interface RdfTerm { readonly type: 'uri' | 'literal' | 'bnode'; readonly value: string; readonly 'xml:lang'?: string; readonly datatype?: string }
export interface Rows {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, RdfTerm>>[] };
}
export interface NamedQuery {
  readonly name: string;
  readonly group: string;
  readonly title: Required<Label>;
  readonly question: Required<Label>;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: 'thing' | 'code' | 'class' | 'date' | 'integer' | 'text';
    readonly default?: string;
    readonly description: Required<Label>;
  }[];
  readonly result?: string;
  readonly text: string;
}
