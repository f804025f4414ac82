// The query page: examples, the editor and its completion, the four views of an answer, mistakes, stopping, links, files.
import { readFileSync } from 'node:fs';
import { as, everyLook, expect, test, type Page } from './fixture.js';

const BY_KIND = 'PREFIX pg: <https://w3id.org/pairgraph/ontology#>\nSELECT ?kind (COUNT(*) AS ?pairings) { ?p a pg:Pairing ; pg:pairingKind ?kind } GROUP BY ?kind ORDER BY ?kind';
const AREAS = 'PREFIX pg: <https://w3id.org/pairgraph/ontology#>\nSELECT DISTINCT ?source ?target { ?source a pg:City ; pg:supports ?target . ?target a ?type } ORDER BY ?source ?target';
const GRAPH = 'PREFIX pg: <https://w3id.org/pairgraph/ontology#>\nCONSTRUCT { ?a pg:supports ?b } { ?a pg:supports ?b } ORDER BY ?a ?b LIMIT 30';

const link = (query: string, more = ''): string => `/query#${new URLSearchParams({ query })}${more}`;
const editor = (page: Page) => page.getByRole('textbox', { name: /SPARQL/ });
const outcome = (page: Page) => page.getByRole('region', { name: /^(结果|Result)$/ });

async function opened(page: Page): Promise<void> {
  await page.locator('.CodeMirror').waitFor();
  await page.getByText(/^(示例|Examples)$/).first().waitFor();
}
async function answered(page: Page): Promise<void> {
  await opened(page);
  await outcome(page).getByRole('table').waitFor();
}
async function write(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

test('a reader chooses an example and sees its answer with names as links', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/query');
  await opened(page);
  await page.getByPlaceholder('查找示例…').fill('supporters-of-a-place');
  await page.locator('.catalogue li button').first().click();
  await expect(outcome(page).getByRole('row')).not.toHaveCount(1);
  await expect(outcome(page).getByRole('link').first()).toHaveAttribute('href', /^\/(id|code)\//);
  await expect(outcome(page)).toContainText(/修订 \d+/);
});

test('an example that the address names is seen to be on its way', async ({ page }) => {
  await as(page, 'en');
  let come: () => void = () => {};
  const held = new Promise<void>((resume) => (come = resume));
  await page.route(/\/api\/v1\/queries(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/query?name=supporters-of-a-place');
  await expect(outcome(page).getByText('Loading')).toBeVisible();
  await expect(outcome(page).getByText('Start from an example')).toHaveCount(0);
  come();
  await expect(outcome(page).getByRole('table')).toBeVisible();
});

test('who comes with nothing in mind is offered a question of each kind', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/query');
  await opened(page);
  await outcome(page).getByRole('button', { name: '谁支援某地' }).click();
  await answered(page);
  await expect(outcome(page).getByRole('link', { name: '湛江市' }).first()).toBeVisible();
});

test('counted groups are called in an answer as the server calls them', async ({ page, request, baseURL }) => {
  await as(page, 'zh');
  const parties = (await (await request.get(`${baseURL}/api/v1/parties?class=PartyGroup&limit=100`)).json()) as { items: { id: string; label: { zh: string } }[] };
  const groups = parties.items.filter(({ id }) => /^group\/\d/.test(id));
  expect(groups.length).toBeGreaterThan(10);
  await page.goto(link('PREFIX pg: <https://w3id.org/pairgraph/ontology#>\nSELECT ?group { ?group a pg:PartyGroup } ORDER BY ?group'));
  await answered(page);
  for (const { label } of groups) await expect(outcome(page).getByRole('link', { name: label.zh, exact: true }).first()).toBeVisible();
});

test('claims and passages are called in an answer by the names that the server puts together, and sorted by them', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(link('PREFIX pg: <https://w3id.org/pairgraph/ontology#>\nSELECT ?claim ?passage { VALUES ?claim { <https://w3id.org/pairgraph/id/pairing/city/440800-450200> <https://w3id.org/pairgraph/id/pairing/city/440900-451300> } ?claim pg:evidence ?passage } ORDER BY DESC(?claim)'));
  await answered(page);
  await expect(outcome(page).getByRole('link', { name: '湛江市 → 柳州市（市结对）' }).first()).toHaveAttribute('href', '/id/pairing/city/440800-450200');
  await expect(outcome(page).getByRole('link', { name: /第\d+(–\d+)?行$/ }).first()).toHaveAttribute('href', /^\/id\/evidence\//);
  const first = outcome(page).locator('tbody tr').first().getByRole('link').first();
  await outcome(page).getByRole('button', { name: 'claim', exact: true }).click();
  await expect(first).toHaveText(/^茂名市/);
  await outcome(page).getByRole('button', { name: /^claim/ }).click();
  await expect(first).toHaveText(/^湛江市/);
});

test('a parameter is chosen by name and stands in the query', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/query?name=supporters-of-a-place');
  await answered(page);
  const field = page.locator('.form').getByRole('combobox');
  await field.fill('sanjiang');
  await field.press('Enter');
  await expect(page.locator('.CodeMirror-code')).toContainText('area/450226');
  await expect(page.locator('.form')).toContainText('Sanjiang');
  await expect(outcome(page).getByRole('table')).toContainText('Wuchuan');
});

test('every example gives through the editor what the catalogue gives', async ({ page, request, baseURL }) => {
  test.slow();
  await as(page, 'en');
  const { items } = (await (await request.get(`${baseURL}/api/v1/queries`)).json()) as { items: { name: string; parameters: unknown[] }[] };
  for (const { name } of items.filter((query) => query.parameters.length > 0).slice(0, 8)) {
    // Another test may import between the two: then both are asked once more.
    await expect(async () => {
      const expected = (await (await request.get(`${baseURL}/api/v1/queries/${name}?format=json`)).json()) as { results: { bindings: unknown[] } };
      const [answer] = await Promise.all([page.waitForResponse((response) => response.url().endsWith('/sparql')), page.goto(`/query?name=${name}`)]);
      expect(((await answer.json()) as typeof expected).results.bindings, name).toEqual(expected.results.bindings);
    }).toPass({ timeout: 30_000 });
  }
});

test('terms are completed by their names, and a missing prefix is put in', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/query');
  await opened(page);
  await write(page, 'SELECT * { ?p a ');
  await page.keyboard.type('pg:Pair');
  await expect(page.locator('.CodeMirror-hints')).toContainText('结对');
  await page.keyboard.press('Enter');
  await expect(page.locator('.CodeMirror-code')).toContainText('PREFIX pg: <https://w3id.org/pairgraph/ontology#>');
  await expect(page.locator('.CodeMirror-code')).toContainText('pg:Pairing');
  await page.keyboard.type(' ; ');
  await page.keyboard.insertText('支援方');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.CodeMirror-hints')).toContainText('pg:supporter');
});

test('Ctrl+Enter runs; a mistake is marked where it is', async ({ page, expected }) => {
  expected.push('400');
  await as(page, 'en');
  await page.goto('/query');
  await opened(page);
  await write(page, 'SELECT *\nWHERE { ?s ?p }');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('A mistake in line 2, column');
  await expect(page.locator('.mistake')).toHaveCount(1);
  await write(page, BY_KIND);
  await expect(page.locator('.mistake')).toHaveCount(0);
  let asked = 0;
  page.on('request', (request) => void (request.url().endsWith('/sparql') && request.postData() === BY_KIND && asked++));
  await page.keyboard.press('Control+Enter');
  await expect(outcome(page).getByRole('table')).toContainText('pairings');
  expect(asked).toBe(1);
});

for (const [what, query, zh, en] of [
  ['what cannot stand there and what can', 'SELECT ?a { ?a ?b }', ['这里不能是“}”。', '变量', '带前缀的名称'], ['“}” cannot stand here.', 'a variable', 'prefixed name']],
  ['that it ends too early', 'SELECT ?a { ?a ?b ?c', ['查询还没有写完就结束了。', 'OPTIONAL'], ['ends before it is complete', 'OPTIONAL']],
  ['a prefix that is not declared', 'SELECT ?a { ?a foo:bar ?b }', ['“foo:bar”的前缀没有声明', 'PREFIX foo:'], ['The prefix of “foo:bar” is not declared', 'PREFIX foo:']],
  ['a sign that SPARQL does not know', 'SELECT ?a { ?a 。?b }', ['“。”不是 SPARQL'], ['“。” is nothing that SPARQL knows']],
  ['a text that is not closed', 'SELECT ?a { ?a ?b "abc }', ['“"abc }”没有结束'], ['“"abc }” does not end']],
] as const) {
  test(`a mistake is told in the language of the reader: ${what}`, async ({ page, expected }) => {
    expected.push('400');
    await as(page, 'zh');
    await page.goto(link(query));
    for (const words of zh) await expect(page.getByRole('alert')).toContainText(words);
    await page.getByRole('button', { name: 'English' }).click();
    for (const words of en) await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).not.toContainText('IRIref', { useInnerText: true });
  });
}

for (const [width, height] of [[1440, 900], [390, 844]] as const) {
  test(`a short query leaves its room to the answer, a long one scrolls in its own, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await as(page, 'en');
    await page.goto(link('SELECT ?p { ?p ?q ?o } LIMIT 1'));
    await answered(page);
    const high = async () => (await page.locator('.CodeMirror').boundingBox())!.height;
    expect(await high()).toBeLessThan(height * 0.12);
    await write(page, Array.from({ length: 80 }, (_, index) => `# line ${index + 1}`).join('\n'));
    expect(await high()).toBeGreaterThan(height * 0.25);
    expect(await high()).toBeLessThan(height * 0.46);
    await expect(page.locator('.CodeMirror-code').getByText('# line 80')).toBeInViewport();
    await page.keyboard.press('ControlOrMeta+Home');
    await expect(page.locator('.CodeMirror-code').getByText('# line 1', { exact: true })).toBeInViewport();
  });
}

test('the keyboard leaves the editor', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/query');
  await opened(page);
  await editor(page).focus();
  for (let steps = 0; steps < 3 && !(await page.getByRole('button', { name: 'Run' }).evaluate((button) => button === document.activeElement)); steps++) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run' })).toBeFocused();
});

test('a query that runs is stopped by hanging up', async ({ page }) => {
  await as(page, 'en');
  await page.route('**/sparql', async (route) => {
    await new Promise((resume) => setTimeout(resume, 20_000));
    await route.abort().catch(() => undefined);
  });
  await page.goto(link(BY_KIND));
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await expect(page.getByText('The query was stopped')).toBeVisible();
});

test('what may not be done is said in the language of the reader, and an unknown example too', async ({ page, expected }) => {
  expected.push('400');
  await as(page, 'zh');
  await page.goto('/query?name=no-such-example');
  await expect(page.getByRole('alert')).toContainText('没有这个名称的查询');
  await opened(page);
  await write(page, '# To mend a name\nPREFIX pg: <https://w3id.org/pairgraph/ontology#>\nINSERT DATA { <a:b> pg:within <a:b> }');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('不能用 SPARQL 改动数据');
  await write(page, 'SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('查询用了这里不支持的写法');
});

test('an empty query asks nothing and says what to begin with', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/query#query=');
  await opened(page);
  await write(page, ' ');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(outcome(page)).toContainText('Start from an example');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page that may not copy says so', async ({ page }) => {
  await as(page, 'en');
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(link(BY_KIND));
  await answered(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copy it from the address bar' })).toBeVisible();
  await page.getByRole('button', { name: 'Cite' }).click();
  await page.getByRole('region', { name: 'Cite' }).getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('button', { name: 'Cannot copy: select it by hand' })).toBeVisible();
});

test('an answer is seen as chart, map and network where it fits', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link(BY_KIND, '&view=chart'));
  await expect(page.locator('.chart canvas')).toBeVisible();
  await expect(page.getByRole('img', { name: /Chart: pairings/ })).toBeVisible();
  await page.goto(link(AREAS, '&view=map'));
  await expect(page.locator('.map .spot')).not.toHaveCount(0);
  await expect(page.locator('.map .arc')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Graph' }).click();
  await expect(page.locator('.chart canvas')).toBeVisible();
  await page.goto(link(GRAPH));
  await expect(outcome(page)).toContainText('30 triples');
});

test('the network of an answer takes the room that it has, with every name in it', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link(GRAPH, '&view=graph'));
  const canvas = page.locator('.chart canvas');
  await expect(canvas).toBeVisible();
  const { width, height } = (await canvas.boundingBox())!;
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'SVG drawing' }).click();
  const drawn = readFileSync((await (await download).path())!, 'utf8');
  const file = await page.context().newPage();
  await file.setContent(drawn);
  const names = await file.locator('svg').evaluate((svg) => {
    const { left, top } = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x: x - left, y: y - top, width, height }));
  });
  const most = (values: number[]): number => Math.max(...values);
  expect(names.length).toBeGreaterThan(40);
  expect(names.every((name) => name.x >= 0 && name.y >= 0 && name.x + name.width <= width && name.y + name.height <= height)).toBe(true);
  expect(most(names.map((name) => name.x + name.width)) + most(names.map((name) => -name.x))).toBeGreaterThan(width * 0.8);
  expect(most(names.map((name) => name.y + name.height)) + most(names.map((name) => -name.y))).toBeGreaterThan(height * 0.8);
  const overlaps = names.filter((one, at) => names.slice(at + 1).some((two) => one.x < two.x + two.width && two.x < one.x + one.width && one.y + 3 < two.y + two.height && two.y + 3 < one.y + one.height));
  expect(overlaps).toEqual([]);
});

test('no code stands where a name is on its way; where none comes, the code does', async ({ page, expected }) => {
  expected.push('ERR_FAILED');
  await as(page, 'en');
  let release = (): void => undefined;
  const held = new Promise<void>((resume) => (release = resume));
  await page.route(/\/api\/v1\/things\?/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(link(BY_KIND));
  await answered(page);
  await expect(outcome(page).getByRole('table')).not.toContainText('pgc:');
  await page.getByRole('button', { name: 'Chart' }).click();
  await expect(page.locator('.chart').getByRole('status')).toBeVisible();
  await expect(page.locator('.chart canvas')).toBeHidden();
  release();
  await expect(page.locator('.chart canvas')).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(outcome(page).getByRole('table')).toContainText('school');
  await page.unrouteAll();
  await page.route(/\/api\/v1\/things\?/, (route) => route.abort());
  await page.reload();
  await expect(outcome(page).getByRole('table')).toContainText('pgc:school');
});

test('the link holds query, view and revision', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link(BY_KIND));
  await answered(page);
  await page.getByRole('button', { name: 'Chart' }).click();
  // Other tests import meanwhile: which revision comes first is theirs to say.
  const [chosen] = await page.getByLabel('Revision').selectOption({ index: 1 });
  expect(chosen).toMatch(/^\d+$/);
  await expect(page).toHaveURL(/view=chart/);
  await expect(page).toHaveURL(new RegExp(`revision=${chosen}(&|$)`));
  const address = page.url();
  await page.goto('/walk');
  await page.goto(address);
  await expect(page.locator('.chart canvas')).toBeVisible();
  await expect(page.locator('.CodeMirror-code')).toContainText('GROUP BY ?kind');
});

test('the buttons of the browser lead back to each query, from another page too', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link(BY_KIND));
  await answered(page);
  await write(page, 'ASK { ?s ?p ?o }');
  await page.keyboard.press('Control+Enter');
  await expect(outcome(page).getByText('Yes')).toBeVisible();
  await page.goBack();
  await expect(outcome(page).getByRole('table')).toContainText('pairings');
  await expect(page.locator('.CodeMirror-code')).toContainText('GROUP BY ?kind');
  await page.goForward();
  await expect(outcome(page).getByText('Yes')).toBeVisible();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(page).toHaveURL(/\/map/);
  await page.goBack();
  await expect(outcome(page).getByText('Yes')).toBeVisible();
  await expect(page).toHaveURL(/query=ASK/);
  await page.goBack();
  await expect(page.locator('.CodeMirror-code')).toContainText('GROUP BY ?kind');
  await expect(outcome(page).getByRole('table')).toContainText('pairings');
});

test('what a steward saved is opened by its name', async ({ page }) => {
  await as(page, 'en');
  await page.route('**/api/v1/saved-queries/kinds', (route) => route.fulfill({ json: { name: 'kinds', link: '/q/kinds', title: { zh: '类别', en: 'Kinds' }, query: BY_KIND } }));
  await page.goto('/query?saved=kinds');
  await answered(page);
  await expect(page.locator('.CodeMirror-code')).toContainText('GROUP BY ?kind');
});

test('an answer leaves as CSV for Excel, JSON and Turtle', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link(BY_KIND));
  await answered(page);
  const take = async (name: string) => {
    if (!(await page.locator('.menu').evaluate((menu) => (menu as HTMLDetailsElement).open))) await page.locator('.menu summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    return readFileSync(await download.path()).toString();
  };
  expect(await take('CSV (Excel)')).toMatch(/^\ufeffkind,pairings\r\nhttps:/);
  expect(JSON.parse(await take('JSON'))).toHaveProperty('results.bindings');
  await page.goto(link(GRAPH));
  await page.reload();
  await outcome(page).getByText('30 triples').first().waitFor();
  expect(await take('Turtle')).toContain('pg:supports');
});

test('an answer is cited, and one that may change says why not', async ({ page, expected }) => {
  expected.push('422');
  await as(page, 'en');
  await page.goto(link(BY_KIND));
  await answered(page);
  await page.getByRole('button', { name: 'Cite' }).click();
  const cited = page.getByRole('region', { name: 'Cite' });
  await expect(cited).toContainText('SHA-256');
  await expect(cited).toContainText('@');
  await expect(cited.getByRole('link', { name: 'Open the citation' })).toHaveAttribute('href', /^\/citations\/[0-9a-f]{32}$/);
  await cited.getByRole('link', { name: 'Open the citation' }).evaluate((opened) => opened.removeAttribute('target'));
  await cited.getByRole('link', { name: 'Open the citation' }).click();
  await expect(page.getByText('the same result')).toBeVisible();
  expect((await page.request.get(new URL('/favicon.ico', page.url()).href)).headers()['content-type']).toContain('image/');
  await page.goto(link('SELECT ?s { ?s ?p ?o } LIMIT 3'));
  await page.reload();
  await answered(page);
  await page.getByRole('button', { name: 'Cite' }).click();
  await expect(cited.getByRole('alert')).toContainText('cannot be cited');
});

test('long answers come in pages and are sorted by a column', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link('SELECT ?s ?n { ?s <https://w3id.org/pairgraph/ontology#adminCode> ?n } ORDER BY ?n'));
  await answered(page);
  await expect(page.getByText(/Rows 1–100 of \d+/)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/Rows 101–/)).toBeVisible();
  await page.getByRole('button', { name: /^n/ }).click();
  await page.getByRole('button', { name: /^n/ }).click();
  await expect(page.getByRole('columnheader').nth(1)).toHaveAttribute('aria-sort', 'descending');
});

test('an empty answer says what to look at; yes and no are said', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link('SELECT ?s { ?s a <https://example.org/nothing> }'));
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.goto(link('ASK { ?s ?p ?o }'));
  await page.reload();
  await expect(outcome(page)).toContainText('Yes');
});

test('data is never taken for HTML, and only web addresses are links', async ({ page }) => {
  await as(page, 'en');
  await page.goto(link('SELECT ?a ?b ?c { BIND("<img src=x onerror=alert(1)>" AS ?a) BIND(<javascript:alert(1)> AS ?b) BIND(<https://example.org/> AS ?c) }'));
  await answered(page);
  await expect(outcome(page).getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(outcome(page).getByRole('table').getByRole('link')).toHaveCount(1);
});

everyLook('query', '/query', opened);
everyLook('query-table', '/query?name=supporters-of-a-place', answered);
everyLook('query-chart', link(BY_KIND, '&view=chart'), async (page) => {
  await page.locator('.chart canvas').waitFor();
  await page.waitForTimeout(700);
});
everyLook('query-map', link(AREAS, '&view=map'), async (page) => void (await page.locator('.map .spot').first().waitFor()));
everyLook('query-graph', link(GRAPH, '&view=graph'), async (page) => {
  await page.locator('.chart canvas').waitFor();
  await page.waitForTimeout(2500);
});
