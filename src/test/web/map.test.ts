// The map: arcs and points, their figures and evidence, filters, years, the table in step, files to take away.
import { readFileSync } from 'node:fs';
import { as, everyLook, expect, test, type Page } from './fixture.js';

const GUANGZHOU_TO_QIANNAN = 'area/440100 area/522700';

async function ready(page: Page): Promise<void> {
  await page.locator('.spot').first().waitFor();
  await page.locator('output.year').waitFor();
}

/** Where it is once it rests: the map is drawn anew when what stands beside it has come and leaves it less room. */
async function middleOfTheFirstArc(page: Page): Promise<[number, number]> {
  let figure = { x: NaN, y: NaN, width: 0, height: 0 };
  await expect.poll(async () => {
    const before = figure;
    figure = (await page.locator('.figures text').first().boundingBox()) ?? { ...before, x: NaN };
    return figure.x === before.x && figure.y === before.y;
  }, { intervals: [200] }).toBe(true);
  return [figure.x + figure.width / 2, figure.y + figure.height / 2];
}

test('a reader sees who helps whom, and finds the claim and its evidence with one click', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/map?level=city');
  await ready(page);
  await expect(page.locator('.arc')).not.toHaveCount(0);
  await page.mouse.click(...(await middleOfTheFirstArc(page)));
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('州');
  await expect(panel.getByText('原文所载').first()).toBeVisible();
  await expect(panel.getByRole('figure').first()).toContainText(/第 \d+/);
  await expect(page).toHaveURL(/pair=area/);
});

test('pointing at an arc tells its figures and the documents', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/map?level=province&kind=hospital');
  await ready(page);
  await page.mouse.move(...(await middleOfTheFirstArc(page)));
  const card = page.locator('.hover');
  for (const text of ['Stated', 'Below', 'At least', 'Named', 'Others', '101', 'Documents:']) await expect(card).toContainText(text);
  await expect(card).not.toContainText('Reading the evidence');
});

test('from a place and from a pair one walks on', async ({ page }) => {
  await as(page, 'en');
  await page.goto(`/map?level=city&place=area/440100`);
  await page.getByRole('link', { name: 'Walk from here' }).click();
  await expect(page).toHaveURL(/\/walk\?from=area(\/|%2F)440100/);
  await page.goto(`/map?level=city&pair=${GUANGZHOU_TO_QIANNAN}`);
  await page.getByRole('link', { name: 'Walk this pair' }).click();
  await expect(page).toHaveURL(/from=area(\/|%2F)440100&from=area(\/|%2F)522700/);
});

test('level, kind and status change the map and the table, and the address holds them', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/map');
  await ready(page);
  await page.getByRole('button', { name: '县', exact: true }).click();
  await expect(page).toHaveURL(/level=county/);
  await expect(page.getByRole('row').filter({ hasText: '融水' }).first()).toBeVisible();
  await page.getByRole('button', { name: /^共建/ }).click();
  await expect(page).toHaveURL(/kind=co-building/);
  await expect(page.getByRole('row').filter({ hasText: '县结对' })).toHaveCount(0);
  for (const cell of await page.locator('.table tbody td:nth-child(3)').allTextContents()) expect(cell).toContain('共建');
  await page.reload();
  await ready(page);
  await expect(page.getByRole('button', { name: /^共建/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(page.getByRole('button', { name: /^共建/ })).toHaveAttribute('aria-pressed', 'false');
});

test('an earlier year has fewer pairings', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/map?level=city');
  await ready(page);
  const now = await page.locator('.table tbody tr').count();
  await page.getByRole('slider').focus();
  await page.getByRole('slider').press('Home');
  await expect(page.locator('output.year')).toHaveText('up to 2013');
  await expect.poll(() => page.locator('.table tbody tr').count()).toBeLessThan(now);
  await expect(page).toHaveURL(/year=2013/);
});

test('the table is in step with the map, and works by keyboard alone', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/map?level=city');
  await ready(page);
  const row = page.locator('.table tbody tr').first();
  await row.hover();
  await expect(page.locator('.arc.lit')).toHaveCount(1);
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect(row).toHaveClass(/selected/);
  const map = page.getByRole('group', { name: /^Map/ });
  const before = await page.locator('.spot .dot').first().getAttribute('cx');
  await map.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('+');
  await expect(page.locator('.spot .dot').first()).not.toHaveAttribute('cx', before!);
  await expect(page).toHaveURL(/view=/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('places without coordinates are listed, not invented', async ({ page }) => {
  await as(page, 'en');
  await page.route('**/api/v1/rollup?**', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    delete body.areas[0].point;
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto('/map?level=city');
  await ready(page);
  await expect(page.getByText('has no coordinates')).toBeVisible();
});

for (const width of [360, 820, 1024]) {
  test(`no name lies under the legend at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    await as(page, 'en');
    await page.goto('/map?level=county');
    await ready(page);
    const legend = (await page.getByRole('group', { name: 'Legend' }).boundingBox())!;
    const map = (await page.locator('.picture > .map').boundingBox())!;
    expect(legend.y).toBeGreaterThanOrEqual(map.y + map.height - 1);
  });
}

test('the sources of the points are named', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/map?level=city');
  await ready(page);
  await expect(page.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('href', 'https://creativecommons.org/licenses/by/4.0/');
});

test("the operator's map is drawn with its approval", async ({ page }) => {
  await as(page, 'zh');
  await page.route('**/api/v1/map', (route) =>
    route.fulfill({ contentType: 'application/geo+json', json: { type: 'Feature', approval: '审图号：GS(2024)0650号', geometry: { type: 'Polygon', coordinates: [[[105, 20], [117, 20], [117, 29], [105, 29], [105, 20]]] } } }),
  );
  await page.goto('/map');
  await ready(page);
  await expect(page.locator('path.outline')).toHaveAttribute('d', /^M105/);
  await expect(page.getByText('审图号：GS(2024)0650号')).toBeVisible();
});

test('the map leaves as PNG, SVG and CSV', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/map?level=city');
  await ready(page);
  const take = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  await page.getByText('Export').click();
  const svg = await take('SVG drawing');
  expect(svg.name).toMatch(/^pairgraph-map-city-r\d+\.svg$/);
  expect(svg.bytes.toString()).toContain('Guangzhou City');
  expect(svg.bytes.toString()).not.toContain('var(');
  const png = await take('PNG picture');
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const csv = await take('CSV table');
  expect(csv.bytes.toString()).toMatch(/^\ufeffSupporter,IRI,Supported,IRI,Kind,Stated/);
  expect(csv.bytes.toString()).toContain('Guangzhou City,https://w3id.org/pairgraph/id/area/440100');
});

test('a programme in the address is called by its name', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/map?level=province&programme=programme/guangdong-guangxi');
  await ready(page);
  await expect(page.getByRole('button', { name: '协作: 粤桂协作' })).toBeVisible();
});

test('a link with nonsense in it shows what it can', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/map?level=moon&kind=fish&status=maybe&basis=rumour&year=0000&place=nowhere&pair=nobody&view=1,2');
  await ready(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '市', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('what cannot be asked for is said, with a way back', async ({ page, expected }) => {
  expected.push('400', '404');
  await as(page, 'zh');
  await page.goto('/map?programme=programme/none');
  await page.getByRole('alert').getByRole('button', { name: '全部恢复' }).click();
  await ready(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('nothing that fits is said, with a way back', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/map?level=county&kind=hospital');
  await expect(page.getByText('No pairing fits')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).last().click();
  await ready(page);
});

everyLook('map', '/map', ready);
everyLook('map-pair', `/map?level=city&pair=${GUANGZHOU_TO_QIANNAN}`, async (page) => {
  await ready(page);
  await page.getByRole('complementary').getByRole('figure').first().waitFor();
});
everyLook('map-county', '/map?level=county', ready);
