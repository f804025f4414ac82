// About, and the page of the API.
import { as, everyLook, expect, test } from './fixture.js';

test('the parts of About are reached from its head', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/about');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Privacy' }).click();
  await expect(page.getByRole('heading', { name: 'Privacy' })).toBeInViewport();
  await expect(page.getByText('CC BY 4.0', { exact: false }).first()).toBeVisible();
});

test('the API is described and can be tried, without another host', async ({ page }) => {
  await as(page, 'en');
  await page.goto('/docs/#get-/api/v1/parties');
  await expect(page.getByRole('heading', { name: /Places, organisations and counted groups/ })).toBeVisible();
  const answer = page.waitForResponse((response) => response.url().includes('/api/v1/parties'));
  await page.getByRole('button', { name: 'TRY' }).first().click();
  expect((await answer).status()).toBe(200);
});

everyLook('about', '/about', async (page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
});
