// What the map says of one claim: a pairing from its own route, another one from what is said of it.
import { api, type Day, type EvidenceRef, type Label, type ThingPage } from '../api';

export interface MappedClaim {
  readonly id: string;
  readonly label: Label;
  readonly start?: Day | undefined;
  readonly end?: Day | undefined;
  readonly asOf?: Day | undefined;
  readonly status?: string | undefined;
  readonly basis?: string | undefined;
  readonly note?: Label | undefined;
  readonly evidence: readonly EvidenceRef[];
}

const ONTOLOGY = 'https://w3id.org/pairgraph/ontology#';
const kept = new Map<string, Promise<MappedClaim>>();
const KEPT_AT_MOST = 300;

/** Read once; what failed is asked for again. */
export function claim(id: string): Promise<MappedClaim> {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const asked = read(id);
  if (kept.size >= KEPT_AT_MOST) kept.clear();
  kept.set(id, asked);
  asked.catch(() => kept.delete(id));
  return asked;
}

async function read(id: string): Promise<MappedClaim> {
  return id.startsWith('pairing/') ? api.pairing(id) : fromPage(await api.thing(id));
}

async function fromPage(page: ThingPage): Promise<MappedClaim> {
  const values = (name: string) => page.statements.find((statement) => statement.property.iri === ONTOLOGY + name)?.values ?? [];
  const text = (name: string): string | undefined => values(name).flatMap((value) => ('value' in value ? [value.value] : []))[0];
  const code = (name: string): string | undefined => values(name).flatMap((value) => ('iri' in value ? [value.iri.slice(value.iri.lastIndexOf('/') + 1)] : []))[0];
  const day = (name: string): Day | undefined => {
    const [date, precision] = [text(`${name === 'asOf' ? name : `${name}Date`}`), code(`${name}Precision`)];
    return date === undefined ? undefined : { date, ...(precision === undefined ? {} : { precision }) };
  };
  const evidence = values('evidence').flatMap((value) => ('iri' in value ? [value.id] : []));
  const passages = await Promise.all(evidence.map((one) => api.evidence(one)));
  return {
    id: page.id, label: page.label, start: day('start'), end: day('end'), asOf: day('asOf'), status: code('status'), basis: code('basis'), note: note(values('note')),
    evidence: passages,
  };
}

function note(values: ThingPage['statements'][number]['values']): Label | undefined {
  const told = values.flatMap((value) => ('value' in value ? [value] : []));
  const [zh, en] = [told.find((value) => value.lang?.startsWith('zh')), told.find((value) => value.lang?.startsWith('en'))];
  return told.length === 0 ? undefined : { ...(zh === undefined ? {} : { zh: zh.value }), ...(en === undefined ? {} : { en: en.value }) };
}
