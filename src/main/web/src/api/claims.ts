// Parties and what is said of them.
import type { Day, EvidenceRef, Label, Page, Point, Some, Thing } from './things';

export type CountByKind = Readonly<Record<string, number>>;
export type SidesByKind = Readonly<Record<string, { readonly supports: number; readonly supported: number }>>;
export type Extent = 'exact' | 'prefix' | 'contains' | 'words' | 'similar';
export type NameReading = 'name' | 'pinyin' | 'other-pinyin' | 'initials';
/** Why a search found a party. */
export interface Match {
  readonly name: string;
  readonly language?: string;
  readonly alternative: boolean;
  readonly extent: Extent;
  readonly reading: NameReading;
}
export interface PartySummary extends Thing {
  readonly adminCode?: string;
  readonly within?: Thing;
  readonly degree?: CountByKind;
  readonly match?: Match;
}
/** What every claim has. */
interface Dated { readonly start?: Day; readonly end?: Day; readonly asOf?: Day }
interface Asserted extends Thing, Dated {
  readonly status?: string;
  readonly basis?: string;
  readonly note?: Label;
  readonly evidence: readonly EvidenceRef[];
}
export interface PairingSummary extends Asserted {
  readonly kind?: string;
  readonly supporters: readonly Thing[];
  readonly supported: readonly Thing[];
  readonly programme?: Thing;
  readonly disagreesWith: readonly string[];
}
export interface Pairing extends Asserted {
  readonly kind?: string;
  readonly supporters: readonly Thing[];
  readonly supported: readonly Thing[];
  readonly programme?: Thing;
  readonly partOf: readonly Thing[];
  readonly parts: Some<Thing>;
  readonly disagreesWith: readonly Thing[];
  readonly observations: Some<Observation>;
  readonly events: Some<EventClaim>;
}
export interface CoBuilding extends Asserted {
  readonly supporters: readonly Thing[];
  readonly supported: readonly Thing[];
  readonly builds?: Thing;
  readonly programme?: Thing;
}
export interface Observation extends Asserted {
  readonly about: readonly Thing[];
  readonly indicator?: Thing;
  readonly value?: number;
  readonly valueMax?: number;
  readonly unit?: Thing;
  readonly qualifier?: string;
  readonly printedValue?: string;
  readonly percentOfTarget?: number;
  readonly percentChange?: number;
  readonly from?: Thing;
  readonly to?: Thing;
  readonly programme?: Thing;
  readonly partOf: readonly Thing[];
  readonly disagreesWith: readonly Thing[];
}
export interface ObservationWithParts extends Observation { readonly parts: Some<Thing>; readonly observations: Some<Observation> }
export interface Posting extends Asserted {
  readonly person?: Thing;
  readonly from?: Thing;
  readonly to?: Thing;
  readonly post?: Label;
  readonly duration?: string;
  readonly programme?: Thing;
}
export interface EventClaim extends Asserted {
  readonly kind?: string;
  readonly participants: readonly Thing[];
  readonly about: readonly Thing[];
  readonly signed: readonly Thing[];
  readonly programme?: Thing;
}
export interface Statement extends Asserted {
  readonly value?: number;
  readonly valueMax?: number;
  readonly unit?: Thing;
  readonly qualifier?: string;
  readonly printedValue?: string;
}
export interface Disagreement {
  readonly one: Statement;
  readonly other: Statement;
  readonly differences: readonly { readonly code: string; readonly label: Label }[];
}
export interface Disagreements extends Page<Disagreement> { readonly apparent: Some<Disagreement> }
export interface Party extends Thing {
  readonly otherNames: readonly { readonly text: string; readonly language: string }[];
  readonly kind?: string;
  readonly adminCode?: string;
  readonly point?: Point;
  readonly places: readonly Thing[];
  readonly group?: {
    readonly count?: number;
    readonly qualifier?: string;
    readonly kinds: readonly string[];
    readonly named: Some<Thing>;
    readonly remainder?: number;
  };
  readonly groups: readonly Thing[];
  readonly basis?: string;
  readonly note?: Label;
  readonly pairings: readonly {
    readonly direction: 'supports' | 'supported';
    readonly kind?: string;
    readonly count: number;
    readonly total: number;
    readonly items: readonly PairingSummary[];
  }[];
  readonly coBuildings: Some<CoBuilding>;
  readonly observations: Some<Observation>;
  readonly postings: Some<Posting>;
  readonly events: Some<EventClaim>;
  readonly tasks: Some<Thing>;
  readonly evidence: readonly EvidenceRef[];
}
export interface Passage extends Thing {
  readonly document?: Thing;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly start?: number;
  readonly end?: number;
  readonly passageDigest?: string;
  readonly textDigest?: string;
  /** Its words, where the operator has the document. */
  readonly passage?: string;
  readonly evidenceOf: Some<Thing>;
}
export interface Indicator extends Thing { readonly definition: Label; readonly units: readonly Thing[]; readonly observations: number }
export interface Measure {
  readonly measure: string;
  readonly label: Label;
  readonly query?: string;
  readonly sparql: string;
  readonly classes: readonly { readonly class: string; readonly label: Label; readonly total: number; readonly covered: number }[];
}
