// Sources, their versions and revisions, and the plan of an import.
import type { CountByKind } from './claims';
import type { Label } from './things';

export interface SourceVersion {
  readonly version: number;
  readonly state: 'current' | 'superseded' | 'withdrawn';
  readonly graph: string;
  readonly triples: number;
  readonly fileDigests: readonly string[];
  readonly revision: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly added: number;
  readonly removed: number;
}
export interface SourceSummary { readonly name: string; readonly versions: number; readonly current?: SourceVersion }
export interface Source { readonly name: string; readonly currentVersion?: number; readonly versions: readonly SourceVersion[] }
export interface Change {
  readonly source: string;
  readonly version: number;
  readonly graph: string;
  readonly triples: number;
  readonly fileDigests: readonly string[];
  readonly added: number;
  readonly removed: number;
}
export interface Revision {
  readonly revision: number;
  readonly recordedAt: string;
  readonly action: 'first-load' | 'import' | 'release' | 'withdraw';
  readonly actor: string;
  readonly toolVersion: string;
  readonly changes: readonly Change[];
}
export interface Unchanged { readonly unchanged: true; readonly revision: number }
export interface Dependant { readonly iri: string; readonly by: readonly string[]; readonly references: number }
export interface Totals { readonly pairings: CountByKind; readonly parties: CountByKind }
export interface Plan {
  readonly id: string;
  readonly source: string;
  readonly baseRevision: number;
  readonly madeAt: string;
  readonly applicable: boolean;
  readonly files: readonly { readonly name: string; readonly format: string; readonly digest: string }[];
  readonly syntaxErrors: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly excerpt: string;
  }[];
  readonly shapeResults: readonly {
    readonly severity: 'VIOLATION' | 'WARNING' | 'INFO';
    readonly focusNode: string;
    readonly path?: string;
    readonly value?: string;
    readonly message: Label;
    readonly line: number;
    /** Where the plan has more than one. */
    readonly file?: string;
  }[];
  readonly unknownTerms: readonly { readonly iri: string; readonly line: number; readonly nearest?: string; readonly file?: string }[];
  readonly triples: { readonly added: number; readonly removed: number; readonly unchanged: number };
  readonly lookalikes: readonly { readonly iri: string; readonly existing: string; readonly why: string }[];
  readonly dependants: readonly Dependant[];
  readonly totals: { readonly before: Totals; readonly after: Totals };
  readonly warnings: readonly string[];
}
