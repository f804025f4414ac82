// The walk, as a reader takes it: each thing that the page promises, done by hand against the real data.
import { readFile } from 'node:fs/promises';
import { arrived, as, everyLook, expect, imported, test, type Page } from './fixture.js';

const ZHANJIANG = 'area/440800';
const GUANGZHOU = 'area/440100';
/** After this an address would hold where the reader looks. */
const REST_MS = 1_500;
const RONGSHUI = 'area/450225';

async function openTable(page: Page, tab?: string): Promise<void> {
  if (!(await page.locator('#walk-table').isVisible())) await page.getByRole('button', { name: '表格' }).click();
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
}

/** Reads `37 个参与方，由 23 项…` from the sentence above the picture. */
async function counts(page: Page): Promise<{ parties: number; claims: number }> {
  const text = (await page.locator('[data-told=sentence]').textContent()) ?? '';
  const [, parties] = /(\d+) 个参与方/.exec(text) ?? [];
  const [, claims] = /由 (\d+) 项/.exec(text) ?? [];
  return { parties: Number(parties), claims: text.includes('没有一项结对') ? 0 : Number(claims) };
}

async function settled(page: Page): Promise<void> {
  await expect.poll(async () => (await counts(page)).parties).toBeGreaterThan(0);
  await arrived(page);
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

  test('opens a counted group into its named members and one for the rest', async ({ page, request, baseURL }) => {
    // No document of the real data names some members of a group and leaves out others.
    const group = `web-group-${Date.now()}`;
    await imported(request, baseURL!, group, `
      <group/${group}> a pg:PartyGroup ; pg:memberCount 6 ; pg:countQualifier pgc:exact ; pg:memberKind pgc:hospital ; pg:namedMember <hospital/${group}-a> , <hospital/${group}-b> .
      <hospital/${group}-a> a pg:Hospital ; rdfs:label "甲医院"@zh-Hans , "Hospital A"@en .
      <hospital/${group}-b> a pg:Hospital ; rdfs:label "乙医院"@zh-Hans , "Hospital B"@en .`);
    await page.goto(`/walk?from=group/${group}&shut=group/${group}~member&select=group/${group}`);
    await expect(panel(page)).toContainText('计数群组：6家医院 · 其中 2 家具名 · 其余 4 家未具名');
    await openTable(page, '参与方');
    const rest = (name: string) => page.locator('#walk-table').getByRole('row').filter({ hasText: name });
    await expect(rest('其余')).toHaveCount(0);
    await panel(page).getByRole('button', { name: /具名成员 2/ }).click();
    await expect(rest('甲医院')).toHaveCount(1);
    await expect(rest('其余4家医院')).toHaveCount(1);
    expect((await saved(page, '矢量图 SVG')).toString()).toContain('其余4家医院');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(rest('4 more, not named')).toHaveCount(1);
  });

  test('calls a counted group by its number and kind, where its place stands beside it', async ({ page }) => {
    await page.goto(`/walk?from=${GUANGZHOU}`);
    await settled(page);
    expect((await saved(page, '矢量图 SVG')).toString()).toContain('>274所学校<');
    await page.getByRole('button', { name: 'English' }).click();
    expect((await saved(page, 'Drawing SVG', 'Export')).toString()).toContain('>274 schools<');
  });

  test('shows several supporters of one pairing as one', async ({ page }) => {
    await page.goto('/walk?from=group/450200-village-159');
    await settled(page);
    await openTable(page, '结对与共建');
    const row = page.locator('#walk-table tbody tr').filter({ hasText: '159' });
    await expect(row).toHaveCount(1);
    await expect(row.getByRole('button')).toContainText('、');
  });

  test('shows a pairing with its dates and evidence, and copies a citation', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/walk?from=${RONGSHUI}`);
    await settled(page);
    await openTable(page, '结对与共建');
    await page.locator('#walk-table tbody tr').first().getByRole('button').click();
    await expect(panel(page).getByRole('heading', { name: '出处' })).toBeVisible();
    await expect(panel(page).getByText(/第 \d+/).first()).toBeVisible();
    await panel(page).getByRole('button', { name: '复制引用' }).first().click();
    await expect(panel(page).getByText('已复制')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('https://w3id.org/pairgraph/id/evidence/');
  });

  test('says who published a document and when, or that its date is inferred', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&select=pairing/county/440800-450224_450225_450226`);
    await settled(page);
    await expect(panel(page).locator('figure').filter({ hasText: '2020年湛柳' }).first()).toContainText(/发布：湛江市.*2020年4月30日印发/);
    await page.goto(`/walk?from=${ZHANJIANG}&select=pairing/city/440800-450200`);
    await settled(page);
    await expect(panel(page).locator('figure').first()).toContainText('未印日期，内容推断为2023年');
  });

  test('shows what is disputed side by side', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&select=pairing/city/440800-450200`);
    await settled(page);
    await expect(panel(page).getByRole('heading', { name: '各方说法不一' })).toBeVisible();
    await expect(panel(page)).toContainText('2017年');
    await expect(panel(page)).toContainText('2016年');
  });

  test('an address leads to exactly this view', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
    await settled(page);
    await selectParty(page, /吴川市/);
    await panel(page).getByRole('button', { name: '固定' }).click();
    await page.getByRole('slider', { name: '时间' }).fill(String(2020 * 12 + 11));
    await page.getByRole('button', { name: '自由' }).click();
    await expect(page).toHaveURL(/layout=free/);
    const now = await counts(page);
    await page.goto(page.url());
    await settled(page);
    await expect.poll(() => counts(page)).toEqual(now);
    await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('吴川市');
    await expect(page.getByRole('button', { name: '自由' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('an address leads to the same place in the picture, in a window of another size too', async ({ page, browser, baseURL }) => {
    await page.goto(`/walk?from=${GUANGZHOU}`);
    await settled(page);
    const canvas = (await page.getByRole('application').boundingBox())!;
    await page.mouse.move(canvas.x + canvas.width * 0.02, canvas.y + canvas.height * 0.45);
    await page.mouse.wheel(0, -120);
    await expect(page).toHaveURL(/see=-?\d+,-?\d+,0\.\d+,\d+x\d+/);
    const seen = await badgesInSight(page);
    expect(seen.length).toBeGreaterThan(2);
    await page.reload();
    await settled(page);
    await expect.poll(() => badgesInSight(page)).toEqual(seen);
    const again = await browser.newPage({ baseURL, viewport: { width: 1300, height: 840 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    await as(again, 'zh');
    await again.goto(page.url());
    await settled(again);
    // In a smaller window some names have no room; but what is out of sight here is so there.
    await expect.poll(async () => (await badgesInSight(again)).length).toBeGreaterThan(seen.length / 2);
    expect(seen).toEqual(expect.arrayContaining(await badgesInSight(again)));
    expect(again.url()).toBe(page.url());
    await again.close();
    await page.getByRole('button', { name: '全部显示' }).click();
    await expect(page).not.toHaveURL(/see=/);
  });

  test('gives out PNG, SVG, CSV and GraphML of exactly what is shown', async ({ page }) => {
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2&kind=county&at=2021-12-31`);
    await settled(page);
    const { parties, claims } = await counts(page);
    expect((await saved(page, '图片 PNG')).subarray(1, 4).toString()).toBe('PNG');
    const svg = (await saved(page, '矢量图 SVG')).toString();
    expect(svg).toContain('湛江市');
    expect(svg).toContain('linearGradient');
    expect(svg).toMatch(/筛选：县；2021年12月31日仍有效的；pairgraph 修订 \d+/);
    const csv = (await saved(page, '表格 CSV')).toString();
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.trim().split('\r\n').length).toBe(claims + 1);
    const graphml = (await saved(page, '网络 GraphML')).toString();
    const drawn = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'application/xml');
      const data = (key: string) => [...file.querySelectorAll(`edge > data[key="${key}"]`)].map((one) => one.textContent);
      return { mistakes: file.querySelectorAll('parsererror').length, nodes: file.querySelectorAll('node').length, claims: new Set(data('claim')).size, kinds: [...new Set(data('kind'))].sort() };
    }, graphml);
    expect(drawn).toEqual({ mistakes: 0, nodes: parties, claims, kinds: ['county', 'member', 'within'] });
  });

  test('can be walked by keyboard alone', async ({ page }) => {
    await page.goto(`/walk?from=${GUANGZHOU}`);
    await settled(page);
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(/select=/);
    const selected = page.url();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).not.toBe(selected);
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/pin=/);
    await page.keyboard.press('t');
    await expect(page.locator('#walk-table')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page).not.toHaveURL(/pin=/);
    await page.getByRole('application').press('Escape');
    await expect(page).not.toHaveURL(/select=/);
  });

  test('picks what the pointer is over, and selects it on a click', async ({ page }) => {
    await page.goto(`/walk?from=${RONGSHUI}`);
    await settled(page);
    const canvas = page.getByRole('application');
    const box = (await canvas.boundingBox())!;
    const found = await findOnCanvas(page, box);
    await page.mouse.click(found.x, found.y);
    await expect(panel(page)).toBeVisible();
    await expect(page).toHaveURL(/select=/);
  });

  test('guides a first visit in five steps, once', async ({ page }) => {
    await page.addInitScript(() => {
      if (sessionStorage.getItem('again') === null) localStorage.removeItem('pairgraph.guided');
      sessionStorage.setItem('again', 'yes');
    });
    await page.goto('/walk');
    const guide = page.getByRole('dialog', { name: '五步看懂这张图' });
    for (let step = 1; step < 5; step++) await guide.getByRole('button', { name: '下一步' }).click();
    await guide.getByRole('button', { name: '开始使用' }).click();
    await expect(guide).toHaveCount(0);
  });

  test('says what to do when a party does not exist, and when the server is gone', async ({ page, expected }) => {
    expected.push('404', 'Failed to load');
    await page.goto('/walk?from=area/000000');
    await expect(page.getByRole('alert')).toContainText('没有这个条目');
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto(`/walk?from=${GUANGZHOU}`);
    await expect(page.getByRole('alert')).toContainText('服务器没有应答');
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: '重试' }).click();
    await settled(page);
  });
});

test('a path is asked for anew without places, and a box that is left unchosen shows who still counts', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}`);
  await settled(page);
  const rail = page.getByRole('complementary', { name: '所示内容与缘由' });
  await expect(rail.getByText('请从搜索结果中各选一方。')).toBeVisible();
  await page.goto(`/walk?from=${RONGSHUI}&path=area/440104&path=${RONGSHUI}`);
  await expect(rail.getByText(/共 \d+ 步/)).toBeVisible();
  await expect(rail.getByRole('combobox', { name: '从…' })).toHaveValue('越秀区');
  await rail.getByRole('combobox', { name: '从…' }).fill('没有这个地方');
  await rail.getByRole('combobox', { name: '到…' }).focus();
  await expect(rail.getByRole('combobox', { name: '从…' })).toHaveValue('越秀区');
  await rail.getByRole('checkbox', { name: '显示地点与成员关系' }).uncheck();
  await expect(rail.getByText('两者之间没有路径')).toBeVisible();
});

test('a path to nobody is said once, with a way out, and not called no path', async ({ page, expected }) => {
  expected.push('40');
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}&path=${RONGSHUI}&path=area/000000`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('没有路径')).toHaveCount(0);
  await page.getByRole('button', { name: '从头开始' }).click();
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a link to a path alone names its ends, and one from a party to itself says that it is none', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?path=area/440104&path=${RONGSHUI}`);
  await expect(page.locator('[data-told=sentence]')).toContainText('从越秀区、融水苗族自治县出发');
  await page.goto('/walk?path=area/440104&path=area/440104');
  await expect(page.getByText('请选择两个不同的参与方。')).toBeVisible();
  await page.goto(`/walk?from=${RONGSHUI}&from=${RONGSHUI}`);
  await expect(page.locator('[data-told=sentence]')).toContainText('从融水苗族自治县出发');
});

test('the keyboard selects without moving a picture that is seen as a whole', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
  await settled(page);
  await page.getByRole('application').focus();
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await expect(panel(page)).toContainText('广东省');
  await page.waitForTimeout(REST_MS);
  expect(new URL(page.url()).searchParams.get('see')).toBeNull();
});

test('to stop the reading is told, and it can be read on', async ({ page }) => {
  await as(page, 'zh');
  await page.route(/\/api\/v1\/walk\?/, () => {});
  await page.goto(`/walk?from=${RONGSHUI}`);
  await page.getByRole('button', { name: '停止' }).click();
  await expect(page.getByText('已停止读取')).toBeVisible();
  await expect(page.getByText('没有结对')).toHaveCount(0);
  await page.unrouteAll();
  await page.getByRole('button', { name: '继续读取' }).click();
  await settled(page);
});

test('a link with nonsense in it shows what it can', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}&depth=many&at=2023-02-31&see=here&pin=x&direction=up&layout=round&select=nobody`);
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '全部时间' })).toHaveAttribute('aria-pressed', 'true');
});

test('nothing under the filters is said, and one click leads back', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}&kind=hospital&at=1990-01-01`);
  await expect(page.getByText('按现在的筛选与时间，没有结对。')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选与时间' }).click();
  await expect.poll(async () => (await counts(page)).claims).toBeGreaterThan(3);
});

test('is printed in light colours as a drawing with a line on what it shows', async ({ page }) => {
  await as(page, 'zh', 'dark');
  await page.goto(`/walk?from=${ZHANJIANG}`);
  await settled(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const drawing = page.locator('.paper > svg');
  await expect(drawing).toBeVisible();
  await expect(drawing).toContainText(/从湛江市出发：\d+ 个参与方/);
  expect(await drawing.locator('rect').first().getAttribute('fill')).toBe('#fafbfb');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--text').trim())).toBe('#14211f');
});

test('to expand all does so where only places without pairings are left, too', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}&select=${RONGSHUI}`);
  await settled(page);
  await expect(panel(page).getByRole('button', { name: /未见结对的下级与机构 \d+/ })).toBeVisible();
  const before = await counts(page);
  await panel(page).getByRole('button', { name: '全部展开' }).click();
  await expect.poll(async () => (await counts(page)).parties).toBeGreaterThan(before.parties);
  await expect(panel(page).getByRole('button', { name: '全部展开' })).toBeDisabled();
});

test('a filter leaves the rail where the reader works in it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
  await settled(page);
  const rail = page.getByRole('complementary', { name: '所示内容与缘由' });
  for (const kind of ['学校', '村', '县']) await rail.getByRole('group', { name: '类别' }).getByRole('button', { name: kind, exact: true }).click();
  await expect(rail.getByRole('listitem').filter({ hasText: '更改筛选' })).not.toHaveCount(0);
  expect(await rail.evaluate((element) => element.scrollTop)).toBe(0);
});

test('a path from the panel asks for its other end, also where the panel had taken the place of the rail', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}&select=${RONGSHUI}`);
  await settled(page);
  await panel(page).getByRole('button', { name: '找路径' }).click();
  const to = page.getByRole('complementary', { name: '所示内容与缘由' }).getByRole('combobox', { name: '到…' });
  await expect(to).toBeFocused();
  await expect(to).toBeInViewport();
});

for (const width of [360, 390, 768, 1024]) {
  test(`the walk fits a window of ${width} px, and all tools are in sight`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await as(page, 'en');
    await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const tool of await page.getByRole('toolbar').locator('button:visible, summary').all()) await expect(tool).toBeInViewport({ ratio: 1 });
  });
}

test('a name that has no room as a whole is shortened, and none is left out', async ({ page }) => {
  await as(page, 'en');
  await page.addInitScript(() => {
    const names = new Set<string>();
    Object.assign(window, { names });
    const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
    const isOfNames = (context: CanvasRenderingContext2D): boolean => context.canvas.className === 'names';
    CanvasRenderingContext2D.prototype.clearRect = function (...at) {
      if (isOfNames(this)) names.clear();
      clearRect.apply(this, at);
    };
    CanvasRenderingContext2D.prototype.fillText = function (...text) {
      if (isOfNames(this)) names.add(text[0]);
      fillText.apply(this, text);
    };
  });
  await page.goto('/walk?from=area/440000&depth=3');
  await drawn(page);
  const written = (): Promise<string[]> => page.evaluate(() => [...(window as unknown as { names: Set<string> }).names]);
  for (const name of ['Zhanjiang Polytechnic', 'Zhanjiang Electromechanical', 'Rongshui Miao', 'Sanjiang Dong', 'Xincheng County']) {
    await expect.poll(async () => (await written()).filter((line) => line.startsWith(name)), { message: name }).toHaveLength(1);
  }
});

test('on a phone the whole picture is in sight, with what it shows and the time that is chosen in words', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await as(page, 'en');
  await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
  await drawn(page);
  await expect(page.getByText(/^\d+ parties, \d+ pairings and joint sites$/)).toBeVisible();
  const svg = (await saved(page, 'Drawing SVG', 'Export')).toString();
  const heights = [...svg.matchAll(/<svg [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights[0]).toBeLessThan(700);
  expect(svg).toContain('…');
  await page.getByRole('slider', { name: 'Time' }).fill(String(2020 * 12 + 3));
  await expect(page.getByText('April 2020', { exact: true })).toBeVisible();
});

test('on a phone, rail and panel are sheets over the canvas', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}&depth=2&select=${ZHANJIANG}`);
  await page.getByRole('button', { name: '所选' }).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText('湛江市');
  await panel(page).getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '筛选与步骤' }).click();
  await expect(page.getByRole('complementary', { name: '所示内容与缘由' }).getByText('个参与方')).toBeVisible();
});

test('to hide the only start is told, with the way back', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}&hide=${RONGSHUI}`);
  await expect(page.getByText('其余的都连在隐藏的参与方上')).toBeVisible();
  await page.getByRole('main').locator('.over').getByRole('button', { name: '恢复显示' }).click();
  await expect.poll(async () => (await counts(page)).parties).toBeGreaterThan(1);
  await expect(page.getByRole('application')).toBeFocused();
});

test('the tabs of the table are one stop of the keyboard, and its arrows turn them', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}`);
  await settled(page);
  await openTable(page);
  const [claims, parties] = [page.locator('#tab-claims'), page.locator('#tab-parties')];
  await claims.focus();
  for (const [key, tab] of [['ArrowRight', parties], ['ArrowRight', claims], ['ArrowLeft', parties], ['Home', claims], ['End', parties]] as const) {
    await page.keyboard.press(key);
    await expect(tab).toBeFocused();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
  await expect(page.locator('#walk-table')).toHaveAttribute('aria-labelledby', 'tab-parties');
  await expect(claims).toHaveAttribute('tabindex', '-1');
});

test('who works by keyboard keeps a place when what was worked with goes, and is told what is selected', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
  await settled(page);
  const canvas = page.getByRole('application');
  await canvas.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: '已选湛江市' })).toHaveText(/已选湛江市，支援，(还有 \d+ 个未显示|相邻的都已显示)/);
  await panel(page).getByRole('button', { name: '关闭' }).press('Enter');
  await expect(panel(page)).toHaveCount(0);
  await expect(canvas).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const before = (await counts(page)).parties;
  await panel(page).getByRole('button', { name: '隐藏' }).press('Enter');
  await expect(canvas).toBeFocused();
  await expect.poll(async () => (await counts(page)).parties).toBeLessThan(before);
  await expect(page.getByRole('status').filter({ hasText: '图中现有' })).toContainText(`${(await counts(page)).parties} 个参与方`);
  await page.keyboard.press('ArrowDown');
  await panel(page).getByRole('button', { name: '全部展开' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await page.getByRole('button', { name: '引导' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(canvas).toBeFocused();
});

test('a letter is a key of the canvas alone', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${RONGSHUI}`);
  await settled(page);
  await page.getByRole('button', { name: '复制链接' }).focus();
  await page.keyboard.press('t');
  await page.getByRole('application').press('t');
  await expect(page.locator('#walk-table')).toBeVisible();
});

test('a time that is dragged is taken back in one step', async ({ page }) => {
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}&depth=2`);
  await settled(page);
  const all = await counts(page);
  const track = (await page.getByRole('slider', { name: '时间' }).boundingBox())!;
  const y = track.y + track.height / 2;
  await page.mouse.move(track.x + track.width - 9, y);
  await page.mouse.down();
  for (const part of [0.9, 0.8, 0.7, 0.6, 0.5]) {
    const address = page.url();
    await page.mouse.move(track.x + track.width * part, y);
    await expect.poll(() => page.url()).not.toBe(address);
  }
  await page.mouse.up();
  await expect.poll(async () => (await counts(page)).claims).toBeLessThan(all.claims);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page).not.toHaveURL(/at=/);
  await expect.poll(() => counts(page)).toEqual(all);
});

test('a panel that cannot be filled says so', async ({ page, expected }) => {
  expected.push('Failed to load');
  await as(page, 'zh');
  await page.goto(`/walk?from=${ZHANJIANG}`);
  await settled(page);
  await page.route('**/api/v1/walk/counts**', (route) => route.abort());
  await page.getByRole('application').press('ArrowDown');
  await expect(panel(page).getByRole('alert')).toContainText('服务器没有应答');
  await page.unroute('**/api/v1/walk/counts**');
  await panel(page).getByRole('button', { name: '重试' }).click();
  await expect(panel(page).getByRole('heading', { name: '直接相邻' })).toBeVisible();
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
});

test('on a phone a second touch of a party opens its sheet, and a sheet gives the focus back', async ({ browser, baseURL }) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });
  const page = await phone.newPage();
  await as(page, 'zh');
  // Its address puts the start into the middle of the canvas.
  await page.goto(`${baseURL}/walk?from=${ZHANJIANG}&depth=2&pin=${ZHANJIANG}@195,285&see=195,285,1,390x570`);
  await settled(page);
  await drawn(page);
  const box = (await page.getByRole('application').boundingBox())!;
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.touchscreen.tap(start.x, start.y);
  await expect(page).toHaveURL(new RegExp(`select=${ZHANJIANG}`));
  await expect(page.locator('aside.side')).not.toHaveClass(/open/);
  await page.waitForTimeout(REST_MS);
  await page.touchscreen.tap(start.x, start.y);
  await expect(page.locator('aside.side')).toHaveClass(/open/);
  await expect(panel(page)).toBeFocused();
  await panel(page).getByRole('button', { name: '关闭' }).tap();
  await expect(page.getByRole('button', { name: '所选', exact: true })).toBeFocused();
  await page.getByRole('button', { name: '筛选与步骤' }).tap();
  await expect(page.getByRole('complementary', { name: '所示内容与缘由' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '筛选与步骤' })).toBeFocused();
  await phone.close();
});

const drawn = async (page: Page) => {
  await expect(page.locator('[data-told=sentence]')).toHaveText(/[2-9]\d/);
  await arrived(page);
  await page.waitForTimeout(600);
};
everyLook('walk', `/walk?from=${ZHANJIANG}&depth=2`, drawn);
everyLook('walk-claim', `/walk?from=${ZHANJIANG}&depth=2&select=pairing/city/440800-450200`, drawn);

/** Whose badges, such as 湛江市+3, stand inside the canvas: they move with the picture. */
async function badgesInSight(page: Page): Promise<string[]> {
  const canvas = (await page.getByRole('application').boundingBox())!;
  const badges = await page.locator('.badge').evaluateAll((found) => found.map((badge) => ({ text: badge.textContent.trim(), x: badge.getBoundingClientRect().x, y: badge.getBoundingClientRect().y })));
  const inside = badges.filter(({ x, y }) => x > canvas.x + 30 && y > canvas.y + 20 && x < canvas.x + canvas.width - 60 && y < canvas.y + canvas.height - 30);
  return inside.map(({ text }) => text).sort();
}

/** Saves the picture in one of its formats. */
async function saved(page: Page, format: string, menu = '导出'): Promise<Buffer> {
  await page.locator('summary', { hasText: menu }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: format }).click();
  return readFile(await (await download).path());
}

async function findOnCanvas(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<{ x: number; y: number }> {
  for (let x = 0.5; x < 0.95; x += 0.004) {
    const at = { x: box.x + box.width * x, y: box.y + box.height * 0.5 };
    await page.mouse.move(at.x, at.y);
    if ((await page.getByRole('application').evaluate((element) => element.style.cursor)) === 'pointer') return at;
  }
  throw new Error('Nothing is under the pointer anywhere');
}
