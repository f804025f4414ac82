// The data: sources, history, coverage, disagreements; and what a steward does: sign in, drop files, see the plan, apply, undo.
import { as, everyLook, expect, PREFIXES, test, token, type Page } from './fixture.js';

const SCHOOL = (name: string, english: string, slug: string) => `${PREFIXES}
<school/450225-${slug}> a pg:School ;
  rdfs:label "${name}"@zh-Hans , "${english}"@en ;
  pg:within <area/450225> .
`;

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Token').fill(token());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Signed in as administrator')).toBeVisible();
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

async function importing(page: Page): Promise<void> {
  await as(page, 'en');
  await page.goto('/data?view=import');
  await signIn(page);
}

test('a wrong token is refused in words, a right one is told its role, and it is in no address', async ({ page, expected }) => {
  expected.push('401');
  await as(page, 'en');
  await page.goto('/data?view=import');
  await page.getByLabel('Token').fill('pg_wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('This token does not count');
  await expect(page.getByRole('alert')).toContainText('Nothing has changed');
  await page.getByLabel('Token').fill('令牌：pg_wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('This token does not count');
  await signIn(page);
  expect(page.url()).not.toContain('pg_');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pg_');
  await page.reload();
  await expect(page.getByText('Signed in as administrator')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Token')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('pg_');
});

test('every syntax error stands beside its line', async ({ page }) => {
  await importing(page);
  await drop(page, 'broken.ttl', `${PREFIXES}
<area/450299> a pg:County ;
  rdfs:label "测试县"@zh-Hans "Test County"@en ;
  pg:within <area/450200> .

<pairing/x> a pg:Pairing ;
  pg:supporter <area/440800 > .
`);
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('heading', { name: 'Cannot be applied yet: 2 things to mend first' })).toBeVisible();
  const file = page.getByRole('region', { name: 'Excerpts of broken.ttl' });
  const line = file.locator('#line-8');
  await expect(line).toContainText('"Test County"@en');
  await expect(line).toContainText('A full stop, ; or , was expected');
  await file.getByRole('button', { name: 'Next' }).click();
  await expect(file.getByText('2 of 2')).toBeVisible();
  await expect(file.locator('#line-12')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Apply' })).toHaveCount(0);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('#line-8')).toContainText('这里应是句点、分号或逗号，却是"Test County"');
});

test('a file with many errors scrolls in its own box and leaves no empty page below', async ({ page }) => {
  await importing(page);
  await drop(page, 'many.ttl', PREFIXES + Array.from({ length: 60 }, (_, index) => `<x${index}> pg:note "x"@en\n<y${index}> rdfs:label "y"@en .\n`).join(''));
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('heading', { name: 'Cannot be applied yet: 60 things to mend first' })).toBeVisible();
  const file = (await page.getByRole('region', { name: 'Excerpts of many.ttl' }).boundingBox())!;
  const end = await page.evaluate(() => document.documentElement.scrollHeight - scrollY);
  expect(end - file.y - file.height).toBeLessThan(200);
});

test('what is said of a file is said in Chinese, with the place before it', async ({ page }) => {
  await importing(page);
  await drop(page, 'cut.ttl', `${PREFIXES}
<area/450299> a pg:County ; pg:note bare , "x"@@ ;
  rdfs:label "测试县`);
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  const file = page.getByRole('region', { name: 'cut.ttl 的摘录' });
  await expect(file).toContainText('bare 既不是文本也不是 IRI');
  await expect(file).toContainText('从这里开始的文本在本行没有右引号');

  await page.getByRole('button', { name: '换一个文件' }).click();
  await drop(page, 'odd.ttl', `${PREFIXES}
<school/450225-odd> a pg:School ; rdfs:label "怪小学"@zh-Hans , "Odd School"@en ; pg:within <area/450225> ;
  rdfs:seeAlso <javascript:alert(1)> ; pg:evidence <evidence/nowhere> .
`);
  await page.getByRole('button', { name: '看看会有什么变化' }).click();
  await expect(page.getByText('odd.ttl:8: javascript:alert(1) 不是网页 IRI')).toBeVisible();
  await expect(page.getByText('line 8: 没有内容描述 <https://w3id.org/pairgraph/id/evidence/nowhere>')).toBeVisible();
});

test('shapes, unknown terms and lookalikes are shown before anything is written', async ({ page }) => {
  await importing(page);
  await drop(page, 'shapes.ttl', `${PREFIXES}
<area/450299> a pg:County ;
  rdfs:label "融水县"@zh-Hans ;
  pg:within <area/450200> .

<pairing/county/440881-450299> a pg:Pairing ;
  pg:supporter <area/440881> ;
  pg:supported <area/450299> ;
  pg:pairingKind pgc:countyy ;
  pg:status pgc:actual .
`);
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByText('There is no English label', { exact: false })).toBeVisible();
  await expect(page.getByText('perhaps pgc:county', { exact: true })).toBeVisible();
  await expect(page.getByText('same name 融水县')).toBeVisible();
  await expect(page.getByRole('row', { name: /Party · County/ })).toContainText('+1');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText('没有英文名称', { exact: false })).toBeVisible();
});

test('a good file is applied, the next version asks for consent, and both are undone', async ({ page }) => {
  const source = `web-test-${Date.now()}`;
  await importing(page);
  await drop(page, `${source}.ttl`, SCHOOL('网页试验小学', 'Web Trial Primary School', source));
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('heading', { name: 'Can be applied' })).toBeVisible();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('heading', { name: /^Done: this is revision \d+$/ })).toBeVisible();

  await page.getByRole('button', { name: 'Import something else' }).click();
  await drop(page, `${source}.ttl`, SCHOOL('网页试验中学', 'Web Trial Middle School', source));
  await expect(page.getByText('Becomes the next version of a source that is there')).toBeVisible();
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await page.getByLabel(/I agree that 2 triples/).check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeVisible();

  await page.goto(`/id/school/450225-${source}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Web Trial Middle School' })).toBeVisible();

  await page.goto('/data');
  for (const version of [2, 1]) {
    if (version === 2) await page.getByRole('button', { name: `Versions of ${source}` }).click();
    await page.getByRole('button', { name: `Undo version ${version} of ${source}` }).click();
    await page.getByRole('button', { name: 'Take this version back' }).click();
    await expect(page.getByText(/^Taken back: revision \d+/)).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
  }
  await page.goto('/data?view=revisions');
  await expect(page.getByRole('listitem').filter({ hasText: source }).first()).toContainText('taken back');
});

test('a plan that the store has overtaken is shown again with what changed', async ({ page, request, baseURL, expected }) => {
  expected.push('409');
  const source = `web-stale-${Date.now()}`;
  await importing(page);
  await drop(page, `${source}.ttl`, SCHOOL('过时小学', 'Stale Primary School', source));
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('heading', { name: 'Can be applied' })).toBeVisible();
  const headers = { Authorization: `Bearer ${token()}`, 'Content-Type': 'text/turtle' };
  const other = await (await request.post(`${baseURL}/api/v1/imports/plans?source=${source}`, { headers, data: SCHOOL('别的小学', 'Other Primary School', source) })).json();
  await request.post(`${baseURL}/api/v1/imports/plans/${other.id}/apply`, { headers: { Authorization: headers.Authorization } });
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was written');
  await expect(page.getByRole('alert')).toContainText('removed: was 0, is 2');
  await page.getByLabel(/I agree that 2 triples/).check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeVisible();
});

test('taking away what others refer to is refused with the list of it', async ({ page, expected }) => {
  expected.push('409');
  await importing(page);
  await page.goto('/data');
  await page.getByRole('button', { name: 'Versions of places', exact: true }).click();
  await page.getByRole('button', { name: 'Undo version 1 of places', exact: true }).click();
  await page.getByRole('button', { name: 'Take this version back' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was taken back');
  await expect(page.getByRole('button', { name: 'Take back all the same' })).toBeDisabled();
});

test('a table is shown with the cell that is wrong, and becomes a plan when it is mended', async ({ page }) => {
  const table = (supported: string) => `支援方,受援方,协作,截至日期,状态,证据\n廉江市,${supported},湛柳协作,2023,实际,evidence/42be7f114c717920/631-663\n`;
  await importing(page);
  await drop(page, 'my-table.csv', table('融水镇镇镇'));
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('heading', { name: /to mend in the table/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: '融水镇镇镇' })).toHaveClass(/marked/);
  await page.getByRole('button', { name: 'Another file' }).click();
  await drop(page, 'my-table.csv', table('融安县'));
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByText(/1 rows of the table became \d+ triples/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Can be applied' })).toBeVisible();
});

test('several files come one after the other, each agreed to on its own', async ({ page }) => {
  const source = `web-queue-${Date.now()}`;
  const files = ['a', 'b', 'c'].map((letter) => ({ name: `${source}-${letter}.ttl`, mimeType: 'text/turtle', buffer: Buffer.from(SCHOOL(`排队小学${letter}`, `Queue School ${letter}`, `${source}-${letter}`)) }));
  await importing(page);
  await page.locator('input[type=file]').setInputFiles([...files, { name: 'holiday.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
  await expect(page.getByRole('alert')).toContainText('The format of holiday.png is not known');
  const queue = page.getByRole('region', { name: '3 files, one after the other' });
  await expect(queue.getByRole('listitem').first()).toContainText('now');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(queue.getByRole('listitem').first()).toContainText(/done · revision \d+/);
  await page.getByRole('button', { name: `Next: ${source}-b.ttl` }).click();
  await expect(page.getByLabel('As which source')).toHaveValue(`${source}-b`);
  await page.getByRole('button', { name: 'Skip this one' }).click();
  await expect(queue.getByRole('listitem').nth(1)).toContainText('skipped');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(queue.getByRole('listitem').nth(2)).toContainText('done');
  await page.getByRole('button', { name: 'Import something else' }).click();
  await expect(page.getByText('Drop files here')).toBeVisible();
});

test('a file of another kind is refused in words, and sending can be stopped', async ({ page }) => {
  await importing(page);
  await drop(page, 'holiday.png', 'x');
  await expect(page.getByRole('alert')).toContainText('The format of holiday.png is not known');
  await page.route('**/api/v1/imports/plans?*', () => {});
  await drop(page, 'slow.ttl', PREFIXES);
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('alert')).toContainText('Stopped. Nothing was written.');
});

/** Lets a file fall on a part of the page, as from a folder. */
async function dropOn(page: Page, selector: string, name: string): Promise<{ stays: boolean }> {
  return page.locator(selector).evaluate((target, called) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], called));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    const fall = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    target.dispatchEvent(over);
    target.dispatchEvent(fall);
    return { stays: over.defaultPrevented && fall.defaultPrevented };
  }, name);
}

test('a file that is dropped beside its place does not take the reader away', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/data?view=import');
  await expect(page.getByText('Sign in first, then import.')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  expect(await dropOn(page, 'h1', 'early.ttl')).toEqual({ stays: true });
  await expect(page.getByText('early.ttl is kept here and not sent yet.')).toBeVisible();
  expect(sent).toEqual([]);
  await signIn(page);
  await expect(page.getByLabel('As which source')).toHaveValue('early');
  await page.getByRole('button', { name: 'Another file' }).click();
  expect(await dropOn(page, 'h1', 'holiday.png')).toEqual({ stays: true });
  await expect(page.getByRole('alert')).toContainText('The format of holiday.png is not known');
  expect(await dropOn(page, 'h1', 'first.ttl')).toEqual({ stays: true });
  await expect(page.getByLabel('As which source')).toHaveValue('first');
  expect(await dropOn(page, 'h1', 'second.ttl')).toEqual({ stays: true });
  await expect(page.getByRole('alert')).toContainText('Finish with the present file first');
  await expect(page.getByLabel('As which source')).toHaveValue('first');
});

test('a view that there is not is the list of sources', async ({ page }) => {
  await as(page, 'en');
  for (const view of ['nothing', 'constructor', 'toString']) {
    await page.goto(`/data?view=${view}`);
    await settled(page);
    await expect(page.getByRole('link', { name: 'Sources', exact: true })).toHaveAttribute('aria-current', 'page');
  }
});

test('each measure of coverage leads to its query', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/data?view=coverage');
  await expect(page.getByRole('heading', { name: 'claims with evidence' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The query that gives “claims with evidence”' })).toHaveAttribute('href', /\/query\?/);
});

test('claims that disagree stand side by side with their evidence', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/data?view=disagreements');
  const pair = page.getByRole('article').first();
  await expect(pair).toContainText('since 2017');
  await expect(pair).toContainText('since 2016');
  await expect(pair).toContainText('line 26');
});

const settled = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
};
everyLook('data', '/data', settled);
everyLook('data-import', '/data?view=import', settled);
everyLook('data-revisions', '/data?view=revisions', settled);
everyLook('data-coverage', '/data?view=coverage', settled);
everyLook('data-disagreements', '/data?view=disagreements', settled);
