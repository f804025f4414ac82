// The walk: which views the reader has been through, what had to be asked for them, and what is shown now.
import { computed, markRaw, reactive, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { api, type Label, type NetworkEdge, type Problem } from '../../api';
import { problemOf } from '../../ask';
import { Network } from '../../graph/network';
import { kindOfStep, passes, shown as shownOf, type ShownNode } from '../../graph/shown';
import { addressOf, PLAIN, same, showSame, step, viewOf, without, withValue, type SightOf, type View } from '../../graph/view';
import { named } from '../../i18n';

/** What a step did, to be told in the reader's language. */
export interface Told { readonly what: ToldWhat; readonly ids: readonly string[]; readonly kind?: string }
export type ToldWhat =
  | 'opening' | 'address' | 'start' | 'add' | 'remove' | 'open' | 'shut' | 'shutAll' | 'openAll' | 'hide' | 'show' | 'pin' | 'unpin' | 'focus' | 'filter' | 'time' | 'path'
  | 'noPath' | 'arrange' | 'depth';
export interface Step { readonly view: View; readonly told: Told }

const FIRST_NODES = 500;
/** A neighbourhood to open on: the start, and two steps around it. */
const OPENING_DEPTH = 2;
const ROUNDS = 4;
const MOST_STEPS = 200;

export type Walk = ReturnType<typeof useWalk>;

export function useWalk() {
  const route = useRoute();
  const router = useRouter();
  const network = markRaw(new Network());
  const version = ref(0);
  const steps = shallowRef<readonly Step[]>([{ view: viewOf(route.query), told: { what: 'opening', ids: [] } }]);
  const index = ref(0);
  const view = computed(() => steps.value[index.value]?.view ?? PLAIN);
  const problem = shallowRef<Problem>();
  const waiting = ref(false);
  const empty = ref(false);
  /** The reader has given up what was asked for. */
  const stopped = ref(false);
  const pathNodes = shallowRef<readonly string[]>([]);
  const pathPairs = shallowRef<ReadonlySet<string>>(new Set());
  const pathLength = ref<number>();
  /** Undefined as long as a name is on its way. */
  const programmeNames = shallowRef<ReadonlyMap<string, Label | undefined>>(new Map());
  let running: AbortController | undefined;

  /** The view, the same one as long as it shows the same: to select or to look elsewhere draws nothing anew. */
  const viewShown = computed<View>((before) => (before !== undefined && showSame(before, view.value) ? before : view.value));
  const shown = computed(() => {
    void version.value;
    return shownOf(network, viewShown.value, viewShown.value.path === undefined ? [] : pathNodes.value);
  });

  /** Takes a step; one that goes on with the last, as a time that is dragged does, takes its place. */
  function go(patch: Partial<View>, told: Told, goesOn = false): void {
    const changed = { ...view.value, ...patch };
    if (same(changed, view.value)) return;
    // Another picture is seen as a whole, unless a link says where to look.
    const isSame = 'sight' in patch || (showSame(changed, view.value) && changed.arrangement === view.value.arrangement);
    const next = isSame ? changed : { ...changed, sight: undefined };
    const kept = goesOn && steps.value[index.value]?.told.what === told.what ? index.value : index.value + 1;
    steps.value = [...steps.value.slice(0, kept), { view: next, told }].slice(-MOST_STEPS);
    index.value = steps.value.length - 1;
  }

  /** Changes what is selected: no step of its own, but part of the address. */
  function select(id: string | undefined): void {
    if (view.value.selected !== id) amend({ selected: id });
  }

  /** Where the reader looks: no step of its own, but part of the address. */
  function see(sight: SightOf | undefined): void {
    if (!same({ ...view.value, sight }, view.value)) amend({ sight });
  }

  function amend(patch: Partial<View>): void {
    steps.value = steps.value.map((one, at) => (at === index.value ? { ...one, view: { ...one.view, ...patch } } : one));
  }

  async function load(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    waiting.value = true;
    stopped.value = false;
    problem.value = undefined;
    try {
      if (view.value.from.length === 0 && view.value.path === undefined) await open(mine.signal);
      else await fill(mine.signal);
    } catch (failure) {
      if (running === mine && !mine.signal.aborted) problem.value = problemOf(failure);
    } finally {
      if (running === mine) waiting.value = false;
    }
  }

  /** The opening: the place that the most roll up to. */
  async function open(signal: AbortSignal): Promise<void> {
    const rollup = await api.rollup({ level: 'city' }, { signal });
    const edges = new Map<string, number>();
    for (const { source } of rollup.edges) edges.set(source, (edges.get(source) ?? 0) + 1);
    const first = [...edges].sort((a, b) => b[1] - a[1])[0]?.[0] ?? (await api.parties({ limit: 1 }, { signal })).items[0]?.id;
    empty.value = first === undefined;
    if (first === undefined) return;
    steps.value = [{ view: { ...view.value, from: [first], depth: OPENING_DEPTH }, told: { what: 'opening', ids: [first] } }];
    index.value = 0;
  }

  async function fill(signal: AbortSignal): Promise<void> {
    const { from, depth, path } = view.value;
    if (path !== undefined) await findPath(path, signal);
    else [pathNodes.value, pathPairs.value] = [[], new Set()];
    if (from.length > 0) await network.begin(from, depth, FIRST_NODES, signal);
    version.value++;
    for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
      if (!(await network.complete(shown.value.nodes.keys(), signal))) break;
      version.value++;
    }
  }

  async function findPath([from, to]: readonly [string, string], signal: AbortSignal): Promise<void> {
    const { kinds, programmes, statuses, bases, at, direction, places } = view.value;
    const found = await api.paths(
      { from, to, direction, through: places ? 'places' : undefined, kind: kinds, programme: programmes, status: statuses, basis: bases, at },
      { signal },
    );
    network.add(found.nodes, found.edges);
    pathNodes.value = [...new Set([from, to, ...found.paths.flat()])].filter((id) => network.nodes.has(id));
    pathPairs.value = new Set(found.paths.flatMap((path) => path.slice(1).flatMap((id, at) => [`${path[at]} ${id}`, `${id} ${path[at]}`])));
    pathLength.value = found.length;
  }

  // Names of programmes, of which a walk gives the ids only.
  watch(version, () => {
    for (const { first } of network.claims.values()) if (first.programme !== undefined) void nameProgramme(first.programme);
  });

  // What is asked for depends on these parts of the view only; the rest is worked out here.
  watch(() => JSON.stringify([view.value.from, view.value.depth, view.value.open, view.value.path, view.value.path === undefined ? '' : [view.value.kinds, view.value.at, view.value.programmes, view.value.statuses, view.value.bases, view.value.direction, view.value.places]]), () => void load(), { immediate: true });
  // The address always holds the view.
  watch(view, (now) => {
    if (route.name === 'walk' && !same(viewOf(route.query), now)) void router.replace({ path: '/walk', query: addressOf(now) });
  });
  // An address from outside (the search in the bar, a link, the browser's buttons) is a step like any other.
  watch(() => route.query, (query) => {
    if (route.name !== 'walk') return;
    const asked = viewOf(query);
    if (same(asked, view.value)) return;
    const first = asked.from[0];
    go({ ...PLAIN, ...asked }, first === undefined ? { what: 'opening', ids: [] } : { what: 'start', ids: [first] });
  });

  async function nameProgramme(id: string): Promise<void> {
    if (programmeNames.value.has(id)) return;
    programmeNames.value = new Map([...programmeNames.value, [id, undefined]]);
    // Where it fails, its id is shown.
    const label = await api.thing(id).then((page) => page.label, () => ({}));
    programmeNames.value = new Map([...programmeNames.value, [id, label]]);
  }

  /** Its id where it has no name, and nothing but dots until that is known. */
  const nameOf = (id: string): string => named(network.nodes.get(id)?.label ?? {}, waiting.value && !network.nodes.has(id) ? '…' : id);
  const node = (id: string): ShownNode | undefined => shown.value.nodes.get(id);

  async function openStep(id: string, kind: string): Promise<void> {
    const key = step(id, kind);
    await guarded(() => network.more(id, kind));
    version.value++;
    go({ open: withValue(view.value.open, key), shut: without(view.value.shut, key) }, { what: 'open', ids: [id], kind });
  }

  function openAll(id: string): void {
    const all = Object.keys(node(id)?.more ?? {});
    if (all.length === 0) return;
    // Places and bodies without pairings come only when nothing else is left.
    const paired = all.filter((kind) => kind !== 'idle');
    const kinds = paired.length > 0 ? paired : all;
    const keys = kinds.map((kind) => step(id, kind));
    go(
      { open: keys.reduce(withValue<string>, view.value.open), shut: view.value.shut.filter((key) => !keys.includes(key)) },
      { what: 'openAll', ids: [id] },
    );
  }

  /** Puts away what was opened here, or what the depth alone shows. */
  function collapse(id: string): void {
    const kinds = new Set([...(network.at.get(id) ?? [])].map((edge) => kindOfStep(network, edge, id)));
    const keys = [...kinds].filter((kind) => kind !== 'within').map((kind) => step(id, kind));
    go(
      { open: view.value.open.filter((key) => !keys.includes(key)), shut: keys.reduce(withValue<string>, view.value.shut), selected: id },
      { what: 'shutAll', ids: [id] },
    );
  }

  function hide(id: string): void {
    go({ hidden: withValue(view.value.hidden, id), selected: undefined, from: without(view.value.from, id).length > 0 ? without(view.value.from, id) : view.value.from }, { what: 'hide', ids: [id] });
  }

  function focus(id: string): void {
    go({ from: [id], depth: 1, open: [], shut: [], hidden: [], pins: {}, path: undefined, selected: id }, { what: 'focus', ids: [id] });
  }

  function pin(id: string, x: number, y: number): void {
    go({ pins: { ...view.value.pins, [id]: [Math.round(x), Math.round(y)] } }, { what: 'pin', ids: [id] });
  }

  function unpin(id: string): void {
    go({ pins: Object.fromEntries(Object.entries(view.value.pins).filter(([one]) => one !== id)) }, { what: 'unpin', ids: [id] });
  }

  function clearFilters(): void {
    go({ kinds: [], programmes: [], statuses: [], bases: [], direction: 'both', at: undefined }, { what: 'filter', ids: [] });
  }

  function showHidden(): void {
    go({ hidden: [] }, { what: 'show', ids: [] });
  }

  /** Back to the picture that the page opens on. */
  function beginAnew(): void {
    go(PLAIN, { what: 'opening', ids: [] });
  }

  function stop(): void {
    stopped.value = true;
    running?.abort();
  }

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      problem.value = problemOf(failure);
    }
  }

  /** The edges behind what is shown, for files. */
  function edgesShown(): NetworkEdge[] {
    const { nodes, claims, places } = shown.value;
    const ids = new Set(claims.map((claim) => claim.id));
    return [...network.edges.values()].filter((edge) => edge.claim !== undefined && ids.has(edge.claim) && nodes.has(edge.source) && nodes.has(edge.target)).concat(places);
  }

  return reactive({
    network, view, shown, steps, index, problem, waiting, empty, stopped, pathLength, pathPairs, programmeNames, version, nameOf, node, edgesShown, go, select, see, load, openStep, openAll, collapse, hide, focus, pin, unpin, clearFilters, showHidden, beginAnew,
    undo: () => void (index.value > 0 && index.value--),
    redo: () => void (index.value < steps.value.length - 1 && index.value++),
    stop,
    goTo: (at: number) => void (index.value = at),
    /** Claims under all filters but time, for the slider. */
    claimsOfAllTimes: computed(() => {
      void version.value;
      return [...network.claims.values()].filter((claim) => passes({ ...viewShown.value, at: undefined }, claim.first)).map((claim) => claim.first);
    }),
  });
}
