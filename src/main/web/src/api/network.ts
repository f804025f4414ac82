// The network: walks, paths, roll-ups, and what they are asked for with.
import type { CountByKind, SidesByKind } from './claims';
import type { Label, Point } from './things';

export interface GroupSize { readonly count: number; readonly qualifier: string; readonly kinds: readonly string[]; readonly named: number }
export interface NetworkNode {
  readonly id: string;
  readonly iri: string;
  readonly class?: string;
  readonly label: Label;
  readonly within?: string;
  readonly group?: GroupSize;
}
export interface WalkNode extends NetworkNode { readonly depth: number; readonly degree: CountByKind }
/** A step from supporter to supported; `within` leads to the place around, `member` from a group to a member. */
export interface NetworkEdge {
  readonly id: string;
  readonly claim?: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly programme?: string;
  readonly start?: string;
  readonly startPrecision?: string;
  readonly asOf?: string;
  readonly asOfPrecision?: string;
  readonly end?: string;
  readonly endPrecision?: string;
  readonly status?: string;
  readonly basis?: string;
  /** Of the whole claim: how many links it implies at least. Not to be added up. */
  readonly count?: number;
  /** When the claim has several parties on a side: how many. */
  readonly supporters?: number;
  readonly supported?: number;
  /** The claims that disagree with this one, for which it speaks. */
  readonly others?: readonly string[];
}
export interface Walk {
  readonly revision: number;
  readonly nodes: readonly WalkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly truncated: boolean;
  readonly next?: string;
}
export interface NeighbourCounts {
  readonly revision: number;
  readonly party: NetworkNode;
  readonly neighbours: SidesByKind;
  readonly places: CountByKind;
  readonly below?: SidesByKind;
}
export interface Paths {
  readonly revision: number;
  readonly length?: number;
  readonly paths: readonly (readonly string[])[];
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly truncated: boolean;
  readonly complete: boolean;
}
export interface RollUpEdge {
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly stated?: { readonly claim: string; readonly links: number; readonly date?: string };
  readonly others: readonly string[];
  readonly below: number;
  readonly atLeast: number;
  readonly named: number;
  readonly remainder: number;
  readonly placedByProgramme: boolean;
}
export interface RollUpArea extends NetworkNode { readonly point?: Point }
export interface RollUp {
  readonly revision: number;
  readonly level: 'province' | 'city' | 'county';
  readonly areas: readonly RollUpArea[];
  readonly edges: readonly RollUpEdge[];
  readonly unplaced: number;
}
/** What the network is asked for with: `kind`, `programme`, `status` and `basis` let each of their values through. */
export interface NetworkFilter {
  readonly direction?: 'supports' | 'supported' | 'both' | undefined;
  readonly through?: 'places' | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly programme?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly basis?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly revision?: number | undefined;
}
