// A query of the catalogue with values in the place of its parameters: as text, so that what is shown is what is asked.
import type { NamedQuery } from '../api';

export type Parameter = NamedQuery['parameters'][number];

const ID = 'https://w3id.org/pairgraph/id/';
const CODE = 'https://w3id.org/pairgraph/code/';
const ONTOLOGY = 'https://w3id.org/pairgraph/ontology#';
const DATE = 'http://www.w3.org/2001/XMLSchema#date';

/** The term that a value stands for; undefined when it is none of its type. */
export function term(type: Parameter['type'], value: string): string | undefined {
  const text = value.trim();
  if (text === '') return undefined;
  switch (type) {
    case 'thing':
      return iri(/^[a-z0-9][a-z0-9-]*(\/[A-Za-z0-9_.-]+)+$/.test(text) ? ID + text : text);
    case 'code':
      return iri(/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text) ? CODE + text : text);
    case 'class':
      return iri(/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text) ? ONTOLOGY + text : text);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `"${text}"^^<${DATE}>` : undefined;
    case 'integer':
      return /^-?\d{1,18}$/.test(text) ? text : undefined;
    case 'text':
      return `"${text.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character] ?? character)}"`;
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function iri(text: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) ? `<${text}>` : undefined;
}

/** Comments, IRIs and strings stay as they are; a variable that names a parameter becomes its term, as a column too. */
export function filled(query: NamedQuery, values: Readonly<Record<string, string>>): string | undefined {
  const terms = new Map<string, string>();
  for (const parameter of query.parameters) {
    const value = values[parameter.name] || parameter.default;
    const put = value === undefined ? undefined : term(parameter.type, value);
    if (put === undefined) return undefined;
    terms.set(parameter.name, put);
  }
  const body = withoutHeader(query.text);
  const [first, last] = [body.indexOf('{'), body.lastIndexOf('}')];
  const head = body.slice(0, first).replace(/[?$](\w+)/g, (all, name: string) => (terms.has(name) ? `(${terms.get(name)} AS ?${name})` : all));
  const between = body.slice(first, last).replace(/#[^\n]*|<[^\s<>]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[?$](\w+)/g, (all, name: string | undefined) => (name === undefined ? all : (terms.get(name) ?? all)));
  return head + between + body.slice(last);
}

/** The lines at the top that describe the query say nothing to who reads it here. */
export function withoutHeader(text: string): string {
  return text.replace(/^(#[^\n]*\n)+/, '');
}
