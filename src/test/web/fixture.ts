// A page that fails its test on an error in the console, and on any request to another host.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';
import type { Result } from 'axe-core';

export { expect };
export type { Page };

export const LANGUAGES = ['zh', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;
export const WIDTHS = [390, 1440] as const;
export type Language = (typeof LANGUAGES)[number];
export type Theme = (typeof THEMES)[number];

/** Where screenshots are put for a person to look at. */
export const SCREENSHOTS = new URL('../../../target/screenshots/', import.meta.url).pathname;

interface Fixtures {
  /** Errors that a test expects, as parts of their text. */
  readonly expected: string[];
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env['PAIRGRAPH_URL']),
  expected: async ({}, use) => use([]),
  page: async ({ page, baseURL, expected }, use) => {
    const mistakes: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.some((part) => message.text().includes(part))) mistakes.push(message.text());
    });
    page.on('pageerror', (error) => mistakes.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL}/`) && !url.startsWith('data:') && !url.startsWith(`blob:${baseURL}/`)) mistakes.push(`a request to ${url}`);
    });
    await use(page);
    expect(mistakes).toEqual([]);
  },
});

export const token = (): string => process.env['PAIRGRAPH_TOKEN'] ?? readFileSync(join(process.env['PAIRGRAPH_STORE'] ?? '', 'steward.token'), 'utf8').trim();

export const PREFIXES = `@base <https://w3id.org/pairgraph/id/> .
@prefix pg: <https://w3id.org/pairgraph/ontology#> .
@prefix pgc: <https://w3id.org/pairgraph/code/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

const IMPORT_MS = 30_000;

/** Brings a source of a test's own into the store. */
export async function imported(request: APIRequestContext, baseURL: string, source: string, turtle: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token()}` };
  const plan = await (await request.post(`${baseURL}/api/v1/imports/plans?source=${source}`, { headers: { ...headers, 'Content-Type': 'text/turtle' }, data: PREFIXES + turtle, timeout: IMPORT_MS })).json();
  expect(plan.applicable, JSON.stringify(plan)).toBe(true);
  expect((await request.post(`${baseURL}/api/v1/imports/plans/${plan.id}/apply`, { headers, timeout: IMPORT_MS })).ok()).toBe(true);
}

/** Has the page come up in a language and a theme, as if the reader had chosen them before. */
export async function as(page: Page, language: Language, theme: Theme = 'light'): Promise<void> {
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('pairgraph.language', chosenLanguage!);
      localStorage.setItem('pairgraph.theme', chosenTheme!);
      localStorage.setItem('pairgraph.guided', 'yes');
    },
    [language, theme],
  );
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds serious or critical, in a line each. */
export async function barriers(page: Page): Promise<string[]> {
  // The content security policy lets no script in but our own; a debugger may.
  await page.evaluate(readFileSync(axe, 'utf8'));
  const found = await page.evaluate(async () => (await (window as unknown as { axe: typeof import('axe-core') }).axe.run()).violations);
  return (found as Result[])
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/** All that the walk asks for has come, and is shown. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy=false]')).toBeVisible();
}

/** Takes a page in both languages, both themes and both widths, and looks for barriers in each. */
export function everyLook(name: string, path: string, ready: (page: Page) => Promise<unknown>, errors: readonly string[] = []): void {
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        test(`${name} in ${language}, ${theme}, ${width} px has no barriers`, async ({ page, expected }) => {
          expected.push(...errors);
          await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
          await as(page, language, theme);
          await page.goto(path);
          await ready(page);
          await page.waitForLoadState('networkidle');
          await page.screenshot({ path: `${SCREENSHOTS}${name}-${language}-${theme}-${width}.png` });
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          expect(await barriers(page)).toEqual([]);
        });
      }
    }
  }
}
