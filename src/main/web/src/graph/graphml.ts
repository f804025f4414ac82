// The picture as a GraphML file, with the keys of the server's own: the same parties and claims, and where each one stands.
import type { NetworkEdge } from '../api';
import { named } from '../i18n';
import type { Scene } from './scene';
import type { Shown, ShownNode } from './shown';

type Type = 'string' | 'int' | 'double';
const NODE_KEYS: Record<string, readonly [name: string, type: Type]> = {
  label: ['label', 'string'], zh: ['label_zh', 'string'], en: ['label_en', 'string'], iri: ['iri', 'string'], class: ['class', 'string'],
  within: ['within', 'string'], members: ['members', 'int'], memberKinds: ['member_kinds', 'string'], x: ['x', 'double'], y: ['y', 'double'],
};
const EDGE_KEYS: Record<string, readonly [name: string, type: Type]> = {
  claim: ['claim', 'string'], kind: ['kind', 'string'], programme: ['programme', 'string'], start: ['start', 'string'], startPrecision: ['start_precision', 'string'],
  asOf: ['as_of', 'string'], asOfPrecision: ['as_of_precision', 'string'], end: ['end', 'string'], endPrecision: ['end_precision', 'string'], status: ['status', 'string'],
  basis: ['basis', 'string'], count: ['count', 'int'], supporters: ['supporters', 'int'], supported: ['supported', 'int'],
};
const ID_ROOT = 'https://w3id.org/pairgraph/id/';

type Value = string | number | undefined;

/**
 * @param edges those of the claims and places that are shown
 * @param description says what the picture shows, for who opens the file later
 */
export function graphmlOf(shown: Shown, edges: readonly NetworkEdge[], scene: Scene, revision: number, description: string): string {
  const spots = new Map(scene.nodes.map((node) => [node.id, node]));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', `<desc>${escaped(description)}</desc>`,
    ...keys('node', NODE_KEYS), ...keys('edge', EDGE_KEYS),
    `<graph id="revision-${revision}" edgedefault="directed">`, ...[...shown.nodes.values()].map((node) => nodeOf(node, spots.get(node.id))), ...edges.map(edgeOf), '</graph>', '</graphml>', '',
  ].join('\n');
}

function nodeOf({ id, node }: ShownNode, at: { x: number; y: number } | undefined): string {
  return element('node', { id }, {
    label: named(node.label, id), zh: node.label.zh, en: node.label.en, iri: node.iri, class: node.class, within: node.within,
    members: node.group?.count, memberKinds: node.group?.kinds.join(' '), x: at?.x, y: at?.y,
  });
}

function edgeOf(edge: NetworkEdge): string {
  const { id, source, target, claim, others: _, ...rest } = edge;
  const sides = claim === undefined ? {} : { claim: claim.startsWith('http') ? claim : ID_ROOT + claim, supporters: edge.supporters ?? 1, supported: edge.supported ?? 1 };
  return element('edge', { id, source, target }, { ...rest, ...sides });
}

function keys(of: 'node' | 'edge', named_: typeof NODE_KEYS): string[] {
  return Object.entries(named_).map(([id, [name, type]]) => `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>`);
}

function element(name: 'node' | 'edge', attributes: Readonly<Record<string, string>>, values: Readonly<Record<string, Value>>): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const data = Object.entries(values).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`<data key="${key}">${escaped(String(value))}</data>`]));
  return `<${name}${head}>${data.join('')}</${name}>`;
}

/** XML 1.0 cannot hold control characters at all: they are left out. */
function escaped(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
