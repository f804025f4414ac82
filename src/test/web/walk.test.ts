// The walk, as a reader takes it: each thing that the page promises, done by hand against the real data.
import { as, expect, test, type Page } from './fixture.js';

const ZHANJIANG = 'area/440800';
const GUANGZHOU = 'area/440100';
/** The first picture waits for the network and for software WebGL, on a machine that may be busy. */
const BUSY_MS = 90_000;
const RONGSHUI = 'area/450225';

async function openTable(page: Page, tab?: string): Promise<void> {
  if (!(await page.locator('#walk-table').isVisible())) await page.getByRole('button', { name: '表格' }).click();
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
}

/** Reads `37 个参与方，由 23 项…` from the sentence above the picture. */
async function counts(page: Page): Promise<{ parties: number; claims: number }> {
  const text = (await page.locator('[data-told=sentence]').textContent()) ?? '';
  const [, parties, claims] = /(\d+) 个参与方，由 (\d+) 项/.exec(text) ?? [];
  return { parties: Number(parties), claims: Number(claims) };
}

async function settled(page: Page): Promise<void> {
  await expect.poll(async () => (await counts(page)).parties, { timeout: BUSY_MS }).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
}

async function selectParty(page: Page, name: string | RegExp): Promise<void> {
  await openTable(page, '参与方');
  await page.locator('#walk-table').getByRole('button', { name }).first().click();
}

const panel = (page: Page) => page.getByRole('complementary', { name: '所选内容' });

test.describe('the walk', () => {
  test.beforeEach(async ({ page }) => as(page, 'zh'));

  test('opens on a real neighbourhood with one sentence on what it shows', async ({ page }) => {
    await page.goto('/');
    await settled(page);
    const { parties, claims } = await counts(page);
    expect(parties).toBeGreaterThanOrEqual(25);
    expect(parties).toBeLessThanOrEqual(60);
    expect(claims).toBeGreaterThan(15);
    await expect(page).toHaveURL(/\/walk\?from=area\/\d+&depth=2/);
  });

  test('shows counts before anything is expanded, expands one kind, and undoes and redoes it', async ({ page }) => {
    await page.goto(`/walk?from=${GUANGZHOU}&shut=${GUANGZHOU}~in-school&select=${GUANGZHOU}`);
    await settled(page);
    const before = await counts(page);
    const chip = page.getByRole('group', { name: '展开哪一类' }).getByRole('button', { name: /学校 274/ });
    await chip.click();
    await expect.poll(async () => (await counts(page)).parties).toBeGreaterThan(before.parties);
    await expect(page).toHaveURL(/open=area\/440100~in-school/);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => counts(page)).toEqual(before);
    await page.getByRole('button', { name: '重做' }).click();
    await expect.poll(async () => (await counts(page)).parties).toBeGreaterThan(before.parties);
    await expect(page.getByRole('listitem').filter({ hasText: '展开广州市：学校' })).toBeVisible();
  });

  test('collapses, hides and shows again', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2&select=${ZHANJIANG}`);
    await settled(page);
    const all = await counts(page);
    await panel(page).getByRole('button', { name: '收起' }).click();
    await expect.poll(async () => (await counts(page)).parties).toBeLessThan(all.parties);
    await page.keyboard.press('Control+z');
    await expect.poll(() => counts(page)).toEqual(all);
    await selectParty(page, /融安县/);
    await panel(page).getByRole('button', { name: '隐藏' }).click();
    await expect(page).toHaveURL(/hide=area\/450224/);
    await expect(page.locator('#walk-table').getByRole('button', { name: /融安县/ })).toHaveCount(0);
    await page.getByRole('button', { name: '恢复显示' }).click();
    await expect(page.locator('#walk-table').getByRole('button', { name: /融安县/ }).first()).toBeVisible();
  });

  test('centres on a party and pins it where it is', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
    await settled(page);
    await selectParty(page, /柳州市/);
    await panel(page).getByRole('button', { name: '固定' }).click();
    await expect(page).toHaveURL(/pin=area\/450200@/);
    await panel(page).getByRole('button', { name: '设为中心' }).click();
    await expect(page).toHaveURL(/from=area\/450200/);
  });

  test('filters by kind, status, basis, programme and direction', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
    await settled(page);
    const all = await counts(page);
    const rail = page.getByRole('complementary', { name: '所示内容与缘由' });
    await rail.getByRole('group', { name: '类别' }).getByRole('button', { name: '学校' }).click();
    await expect.poll(async () => (await counts(page)).claims).toBeLessThan(all.claims);
    await rail.getByRole('group', { name: '落实情况' }).getByRole('button', { name: '计划中' }).click();
    await openTable(page, '结对与共建');
    await expect(page.locator('#walk-table tbody tr').first()).toContainText('计划中');
    await expect(page).toHaveURL(/kind=school&status=planned/);
    await rail.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => counts(page)).toEqual(all);
    await rail.getByRole('group', { name: '方向' }).getByRole('button', { name: '只看受谁支援' }).click();
    await expect.poll(async () => (await counts(page)).claims).toBeLessThan(all.claims);
  });

  test('goes back in time with the slider', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
    await settled(page);
    const all = await counts(page);
    await page.getByRole('slider', { name: '时间' }).fill(String(2018 * 12 + 5));
    await expect(page).toHaveURL(/at=2018-06-30/);
    await expect.poll(async () => (await counts(page)).claims).toBeLessThan(all.claims);
    await page.getByRole('button', { name: '全部时间' }).click();
    await expect.poll(() => counts(page)).toEqual(all);
  });

  test('finds the path between two by their names', async ({ page }) => {
    await page.goto(`/walk?from=${RONGSHUI}`);
    await settled(page);
    const path = page.getByRole('complementary', { name: '所示内容与缘由' });
    await path.getByRole('combobox', { name: '从…' }).fill('yuexiu');
    await page.getByRole('option').first().click();
    await path.getByRole('combobox', { name: '到…' }).fill('融水');
    await page.getByRole('option').first().click();
    await path.getByRole('button', { name: '找路径' }).click();
    await expect(path.getByText(/\d+ 步/)).toBeVisible();
    await expect(page).toHaveURL(/path=area\/440104&path=area\/450225/);
    await openTable(page, '参与方');
    await expect(page.locator('#walk-table').getByRole('button', { name: /越秀区/ })).toBeVisible();
  });

  test('opens a counted group into its named members and says how many have no name', async ({ page }) => {
    await page.goto(`/walk?from=group/440800-hospital-6&select=group/440800-hospital-6`);
    await settled(page);
    await expect(panel(page)).toContainText('计数群组：6');
    await expect(panel(page)).toContainText(/其中具名 \d/);
  });
});
