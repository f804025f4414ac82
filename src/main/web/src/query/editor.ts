// The editor itself, without what it would bring beside: no button, no storage, no completion by other hosts.
import '@zazuko/yasqe/build/yasqe.min.css';
import Yasqe from '@zazuko/yasqe';
import type { Term } from '../api';
import { complete, type Suggestion } from './completion';
import type { Place } from './sparql';

export interface Editor {
  readonly text: () => string;
  readonly put: (text: string) => void;
  /** Marks where the server found a mistake; undefined takes the mark away. */
  readonly mark: (place: Place | undefined, message?: string) => void;
  readonly focus: () => void;
  readonly rename: (label: string) => void;
  readonly close: () => void;
}

interface Position { readonly line: number; readonly ch: number }
interface Hint { readonly text: string; readonly render: (element: HTMLElement) => void; readonly suggestion: Suggestion }
/** What is used of CodeMirror 5. */
interface CodeMirror {
  getValue(): string;
  setValue(text: string): void;
  getLine(line: number): string;
  lineCount(): number;
  getCursor(): Position;
  setCursor(position: Position): void;
  focus(): void;
  on(event: string, handler: (...values: never[]) => void): void;
  setOption(name: string, value: unknown): void;
  markText(from: Position, to: Position, options: { className: string; attributes: Record<string, string> }): { clear(): void };
  addLineClass(line: number, where: string, name: string): void;
  removeLineClass(line: number, where: string, name: string): void;
  replaceRange(text: string, from: Position, to: Position): void;
  state: { completionActive?: unknown };
  showHint(options: { completeSingle: boolean; container: HTMLElement; hint: () => { list: Hint[]; from: Position; to: Position } }): void;
  destroy(): void;
  execCommand(command: string): void;
}

const LINES_BEYOND = 60;
/** A word of two letters or more, or a prefix, opens the list by itself. */
const OPENS = /(?:[\w-]+:[\w-]*|[?$]\w+|\p{Script=Han})$/u;

export function openEditor(parent: HTMLElement, options: { text: string; label: string; terms: () => readonly Term[]; changed: (text: string) => void; run: () => void }): Editor {
  const suggest = () => codeMirror.showHint({ completeSingle: false, container: parent, hint: () => hints(codeMirror, options.terms()) });
  const codeMirror = new Yasqe(parent, {
    value: options.text, persistenceId: null, consumeShareLink: null, showQueryButton: false, resizeable: false, autocompleters: [], prefixCcApi: null, collapsePrefixesOnLoad: false, editorHeight: 'auto', lineWrapping: true,
    // The editor grows with its text, of which more lines are drawn than its place ever shows.
    viewportMargin: LINES_BEYOND,
    // Lines are wrapped, so nothing scrolls beneath the line numbers; fixed ones are placed before the editor has its room.
    fixedGutter: false,
    screenReaderLabel: options.label, pluginButtons: () => [], createShareableLink: () => '',
    extraKeys: { 'Ctrl-Space': suggest, 'Alt-Space': suggest, 'Ctrl-Enter': options.run, 'Cmd-Enter': options.run, 'Ctrl-/': () => codeMirror.execCommand('toggleComment'), Tab: false, 'Shift-Tab': false } as never,
  } as never) as unknown as CodeMirror;
  // A long query can be scrolled by keyboard without the cursor.
  parent.querySelector('.CodeMirror-scroll')?.setAttribute('tabindex', '0');
  let unmark = (): void => undefined;
  codeMirror.on('change', () => {
    unmark();
    options.changed(codeMirror.getValue());
  });
  codeMirror.on('inputRead', () => {
    const { line, ch } = codeMirror.getCursor();
    if (codeMirror.state.completionActive === undefined || codeMirror.state.completionActive === null) if (OPENS.test(codeMirror.getLine(line).slice(0, ch))) setTimeout(suggest);
  });
  return {
    text: () => codeMirror.getValue(),
    put: (text) => void (text !== codeMirror.getValue() && codeMirror.setValue(text)),
    mark: (place, message = '') => {
      unmark();
      if (place === undefined) return;
      const line = Math.min(place.line, codeMirror.lineCount()) - 1;
      const ch = Math.max(0, Math.min(place.column - 1, codeMirror.getLine(line).length - 1));
      codeMirror.addLineClass(line, 'background', 'mistaken');
      const marked = codeMirror.markText({ line, ch }, { line, ch: ch + 1 }, { className: 'mistake', attributes: { title: message } });
      unmark = () => {
        unmark = () => undefined;
        marked.clear();
        codeMirror.removeLineClass(line, 'background', 'mistaken');
      };
      codeMirror.setCursor({ line, ch });
      codeMirror.focus();
    },
    focus: () => codeMirror.focus(),
    rename: (label) => codeMirror.setOption('screenReaderLabel', label),
    close: () => codeMirror.destroy(),
  };
}

function hints(codeMirror: CodeMirror, terms: readonly Term[]): { list: (Hint & { hint: () => void })[]; from: Position; to: Position } {
  const { line, ch } = codeMirror.getCursor();
  const { from, suggestions } = complete(codeMirror.getLine(line), ch, codeMirror.getValue(), terms);
  const [start, end] = [{ line, ch: from }, { line, ch }];
  const list = suggestions.map((suggestion) => ({
    text: suggestion.text,
    suggestion,
    render: (element: HTMLElement) => drawn(element, suggestion),
    hint: () => {
      codeMirror.replaceRange(suggestion.text, start, end);
      const needs = suggestion.needs;
      if (needs !== undefined) setTimeout(() => declare(codeMirror, ...needs));
    },
  }));
  return { list, from: start, to: end };
}

/** After the prefixes that there are; the editor's own way disturbs the list that is still open. */
function declare(codeMirror: CodeMirror, prefix: string, namespace: string): void {
  const lines = codeMirror.getValue().split('\n');
  const after = lines.findLastIndex((line) => /^\s*(PREFIX|BASE)\s/i.test(line)) + 1;
  codeMirror.replaceRange(`PREFIX ${prefix}: <${namespace}>\n`, { line: after, ch: 0 }, { line: after, ch: 0 });
}

function drawn(element: HTMLElement, { text, name, more }: Suggestion): void {
  for (const [className, part] of [['hint-text', text], ['hint-name', name], ['hint-more', more]] as const) {
    if (part === '') continue;
    const span = document.createElement('span');
    span.className = className;
    span.textContent = part;
    element.append(span);
  }
}
