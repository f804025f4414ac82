// The pages to read: a party, a pairing that is disputed, a document; linked both ways, with their evidence.
import { as, everyLook, expect, test } from './fixture.js';

for (const [what, path] of [['half a character', '/id/%E0%A4%A'], ['a revision that is no number', '/id/area/450225?revision=abc']] as const) {
  test(`an address with ${what} is answered with a page that helps, and a machine with a problem`, async ({ page, request, baseURL, expected }) => {
    expected.push('400', '404');
    await as(page, 'zh');
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(400);
    await expect(page.getByRole('main')).toContainText(/地址有误|检查地址/);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    const machine = await request.get(`${baseURL}${path}`, { headers: { Accept: 'application/json' } });
    expect(machine.status()).toBe(400);
    expect(machine.headers()['content-type']).toContain('application/problem+json');
  });
}

test('a thing that there is not is told in the title of the page too', async ({ page, expected }) => {
  expected.push('404');
  await as(page, 'en');
  await page.goto('/id/area/999');
  await expect(page.getByText('There is no such thing')).toBeVisible();
  await expect(page).toHaveTitle('There is no such thing · pairgraph');
});

test('an address with a former revision shows what was said then, and leads to now', async ({ page }) => {
  await as(page, 'en');
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  await page.goto('/id/area/450225?revision=1');
  await expect(page.getByRole('note')).toContainText('As of revision 1');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rongshui');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('/api/v1/') && !url.includes('revision=1'))).toEqual([]);
  await page.getByRole('link', { name: 'See it as it is now' }).click();
  await expect(page).toHaveURL(/area\/450225(\.html)?$/);
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('a reader goes from a county to a pairing, to its document and back to who rests on it', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/id/area/450225');
  await expect(page).toHaveURL(/\/id\/area\/450225\.html$/);
  await expect(page.getByRole('heading', { level: 1, name: '融水苗族自治县' })).toBeVisible();
  await expect(page).toHaveTitle('融水苗族自治县 · pairgraph');
  await page.getByRole('link', { name: '整条断言' }).first().click();
  await expect(page.getByRole('figure', { name: /湛江市 支援 融安县/ })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '湛柳连心唱响“山海协作曲”' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '湛柳连心唱响“山海协作曲”' })).toBeVisible();
  await expect(page.getByRole('link', { name: '湛江市 → 柳州市（市结对）' }).first()).toBeVisible();
});

test('the evidence of a claim is one click away', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/id/area/450225');
  await page.getByRole('button', { name: /^3 sources/ }).first().click();
  await expect(page.getByText('line 5, characters 130–148')).toBeVisible();
});

test('claims that disagree stand side by side, each with its evidence', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/id/pairing/city/440800-450200');
  const claims = page.getByRole('article');
  await expect(claims).toHaveCount(2);
  await expect(claims.nth(0)).toContainText('since 2017');
  await expect(claims.nth(1)).toContainText('since 2016');
  await expect(claims.nth(1)).toContainText('line 26');
});

test('a document says that its time is inferred, and shows its passages in order', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/id/document/42be7f114c717920');
  await expect(page.getByText('2023 (inferred)')).toBeVisible();
  const links = page.getByRole('main').getByRole('link', { name: /^lines? \d+/ });
  await links.first().waitFor();
  const places = await links.allTextContents();
  const lines = places.map((text) => Number(/\d+/.exec(text)?.[0]));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines).toEqual([...lines].sort((one, other) => one - other));
});

test('a page can be had as data', async ({ page, request, baseURL }) => {
  await as(page, 'en');
  await page.goto('/id/area/450225');
  const address = await page.getByRole('link', { name: 'Turtle' }).getAttribute('href');
  const answer = await request.get(`${baseURL}${address}`);
  expect(answer.headers()['content-type']).toContain('text/turtle');
});

test.describe('an id that nobody describes', () => {
  test('is answered with what to do', async ({ page, expected }) => {
    expected.push('404');
    await as(page, 'en');
    await page.goto('/id/area/999999');
    await expect(page.getByText('There is no such thing')).toBeVisible();
  });
});

test('an address of a graph that is none says so', async ({ page, expected }) => {
  expected.push('404');
  await as(page, 'en');
  for (const address of ['/graph/', '/graph/ontology/x', '/graph/constructor/1', '/graph/no-such-source/1']) {
    await page.goto(address);
    await expect(page.getByText('The source or the number is mistyped.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('status')).toHaveCount(0);
  }
});

const title = (page: import('@playwright/test').Page) => page.getByRole('heading', { level: 1 }).waitFor();
everyLook('read-party', '/id/area/450225', title);
everyLook('read-pairing', '/id/pairing/city/440800-450200', async (page) => void (await page.getByRole('article').nth(1).waitFor()));
everyLook('read-document', '/id/document/ef5dbee3807e9e96', async (page) => void (await page.getByRole('main').getByRole('listitem').first().waitFor()));
everyLook('read-site', '/id/site/450225-lianjiang-rongshui-park', title);

test('an indicator is drawn over time and listed with targets, planned apart from actual', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/code/cadres-sent');
  await expect(page.getByRole('heading', { level: 1, name: 'cadres sent' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Chart: cadres sent/ }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Planned and agreed figures/ })).toBeVisible();
  await expect(page.getByText(/% of the target/).first()).toBeVisible();
});

test('a term says what it means in both languages, what it is used on and how often', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/ontology#County');
  await expect(page.getByRole('heading', { level: 1, name: '县级行政区' })).toBeVisible();
  await expect(page.getByText('A division of the third level', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: '地区', exact: true }).first().click();
  await expect(page).toHaveURL(/\/ontology#Area$/);
  await expect(page.getByRole('heading', { level: 1, name: '地区' })).toBeVisible();
});

everyLook('read-indicator', '/code/cadres-sent', async (page) => void (await page.getByRole('table').waitFor()));
everyLook('read-programme', '/id/programme/zhanjiang-liuzhou', async (page) => void (await page.getByRole('figure').first().waitFor()));
everyLook('read-term', '/ontology#Pairing', async (page) => void (await page.getByRole('heading', { level: 1 }).waitFor()));
everyLook('read-ontology', '/ontology', async (page) => void (await page.getByRole('searchbox').waitFor()));
everyLook('read-figure', '/id/observation/zhanjiang-liuzhou/cadres-sent-2023', async (page) => void (await page.getByRole('figure').first().waitFor()));

test('a version of a source and a passage have pages too', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/graph/places/1');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Version 1 of the source “places”');
  await expect(page.getByText('current', { exact: true })).toBeVisible();
  await page.goto('/id/evidence/42be7f114c717920/37-51');
  await expect(page.getByText('line 3, characters 37–51')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zhanjiang City → Liuzhou City (city pairing)' })).toBeVisible();
});
