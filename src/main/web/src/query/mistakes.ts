// What the parser of SPARQL says of a query, for people: what stands there, and what could.
import { words as t } from './words';

export interface Mistake { readonly what: string; /** What could stand there instead, each once. */ readonly instead: readonly string[] }

const LEAD = 'The query cannot be read: ';
/** The names that the grammar has for what is not a word or a sign. */
const KINDS: readonly (readonly [RegExp, 'iri' | 'variable' | 'blankNode' | 'number' | 'text'])[] = [
  [/^<(IRIref|PNAME_NS|PNAME_LN)>$/, 'iri'], [/^<VAR\d>$/, 'variable'], [/^<(BLANK_NODE_LABEL|ANON)>$/, 'blankNode'], [/^<(INTEGER|DECIMAL|DOUBLE)/, 'number'], [/^<STRING_LITERAL/, 'text'],
];

export function mistakeIn(detail: string): Mistake {
  const told = detail.startsWith(LEAD) ? detail.slice(LEAD.length) : detail;
  return { what: whatOf(told), instead: insteadOf(told) };
}

function whatOf(told: string): string {
  const { ends, cannotStand, unread, open, noPrefix } = t.value.mistakes;
  const prefixed = /Unresolved prefixed name: ((\S*?):\S*)/.exec(told);
  if (prefixed !== null) return noPrefix(prefixed[1]!, prefixed[2]!);
  const lexical = /^Lexical error .*?Encountered: (<EOF>)?.*?(?:after prefix "(.*)")?$/s.exec(told);
  if (lexical !== null) {
    const before = plain(lexical[2] ?? '');
    if (before === '') return lexical[1] === undefined ? told : ends;
    return lexical[1] !== undefined && /^["'<]/.test(before) ? open(before) : unread(before);
  }
  if (told.startsWith('Encountered "<EOF>"')) return ends;
  const found = /^Encountered " (?:<\w+>|".*?") "(.*?) "" at line/s.exec(told);
  return found === null ? told : cannotStand(plain(found[1]!));
}

function insteadOf(told: string): string[] {
  const [, list = ''] = told.split(/Was expecting(?: one of)?:/);
  const tokens = [...list.matchAll(/^\s*(<\w+>|"(?:[^"\\]|\\.)+") \.\.\./gm)].map(([, token]) => token!);
  return [...new Set(tokens.flatMap(nameOf))];
}

function nameOf(token: string): string[] {
  const kind = KINDS.find(([pattern]) => pattern.test(token))?.[1];
  if (kind !== undefined) return [t.value.mistakes[kind]];
  if (token === '<NIL>') return ['()'];
  const text = plain(token.slice(1, -1));
  return token.startsWith('"') && text !== '\ufeff' ? [text === 'true' || text === 'false' ? text : text.toUpperCase()] : [];
}

/** Without the escapes of the language that the parser is written in. */
function plain(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/\\(["'\\])/g, '$1');
}
