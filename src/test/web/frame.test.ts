// The frame: search, languages, themes, addresses that lead nowhere, and what the first load weighs.
import { gzipSync } from 'node:zlib';
import { as, everyLook, expect, test } from './fixture.js';

const FIRST_LOAD_BYTES = 150_000;

test('a reader searches by initials and walks from what is found', async ({ page }) => {
  await as(page, 'zh');
  await page.goto('/walk');
  const search = page.getByRole('banner').getByRole('combobox');
  await search.fill('rsx');
  await expect(page.getByRole('option').first()).toContainText('融水');
  await search.press('Enter');
  await expect(page).toHaveURL(/from=area\/450225/);
});

test('a search that finds nothing says what to try', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/walk');
  await page.getByRole('banner').getByRole('combobox').fill('qqqqzzzz');
  await expect(page.getByText('Try a short name, pinyin')).toBeVisible();
});

test('language and theme are kept for the next visit', async ({ page }) => {
  await page.goto('/walk');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('an address that leads nowhere', () => {
  test('is answered with 404 and a page that helps', async ({ page, expected }) => {
    expected.push('404');
    await as(page, 'en');
    const answer = await page.goto('/nowhere');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeAttached();
    await page.getByRole('main').getByRole('link', { name: 'Walk' }).click();
    await expect(page).toHaveURL(/\/walk/);
  });
});

test('a page that does not come is told of, and comes when the server answers again', async ({ page, expected }) => {
  expected.push('ERR_FAILED', 'preload CSS', 'dynamically imported module');
  await as(page, 'en');
  await page.goto('/about');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**', (route) => route.abort());
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Map' }).click();
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Map' })).toBeAttached();
});

test('a page of another version of the program is loaded as a whole', async ({ page, expected }) => {
  expected.push('404', 'preload CSS', 'dynamically imported module');
  await as(page, 'en');
  await page.goto('/about');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**/assets/Map-*', (route) => route.fulfill({ status: 404 }), { times: 2 });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Map' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Map' })).toBeAttached();
});

for (const path of ['/walk', '/map', '/query', '/data', '/data?view=revisions', '/data?view=coverage', '/data?view=disagreements', '/about', '/id/area/450225', '/id/pairing/city/440800-450200', '/code/cadres-sent', '/ontology#Pairing', '/graph/maoming-laibin-2022/1', '/docs/']) {
  test(`${path} needs no scrolling sideways at 320 px, which is 400 % of 1280 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await as(page, 'en');
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('main').first()).not.toContainText(/^(Loading …)?$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('what is chosen is told apart in the colours of the reader too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await as(page, 'en');
  await page.goto('/map');
  const ground = (name: string): Promise<string> => page.getByRole('button', { name, exact: true }).evaluate((button) => getComputedStyle(button).backgroundColor);
  await expect(page.getByRole('button', { name: 'City', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await ground('City')).not.toBe(await ground('County'));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing is grey for who asks for more contrast, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ contrast: 'more', colorScheme });
    await as(page, 'en');
    await page.goto('/about');
    const [muted, text, line, strong] = await page.evaluate(() => ['--muted', '--text', '--line', '--line-strong'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)));
    expect([muted, line]).toEqual([text, strong]);
    await page.emulateMedia({ contrast: 'no-preference', colorScheme });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--muted'))).not.toBe(text);
  });
}

test('the first load is at most 150 kB', async ({ page }) => {
  const bytes: Record<string, number> = {};
  page.on('response', async (response) => {
    const url = new URL(response.url());
    if (url.pathname.startsWith('/assets/') || url.pathname === '/walk') bytes[url.pathname] = gzipSync(await response.body(), { level: 9 }).length;
  });
  await page.goto('/walk', { waitUntil: 'networkidle' });
  expect(Object.keys(bytes).length).toBeGreaterThan(2);
  expect(Object.values(bytes).reduce((sum, size) => sum + size, 0), JSON.stringify(bytes)).toBeLessThan(FIRST_LOAD_BYTES);
});

test('no script or style stands in the page itself', async ({ request, baseURL }) => {
  const answer = await request.get(`${baseURL}/`);
  expect(answer.headers()['content-security-policy']).toContain("script-src 'self'");
  expect(answer.headers()['content-security-policy']).not.toContain('unsafe');
  expect(await answer.text()).not.toMatch(/<style|<script(?![^>]* src=)|https?:\/\//);
});


everyLook('nothing', '/nowhere', (page) => page.getByRole('main').getByRole('link').first().waitFor(), ['404']);
