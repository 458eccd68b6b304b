// The table: rows of every kind, sorted, filtered, walked through with the keyboard; the same for those who hear it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openPage, paste } from './browser.mjs';
import { details, language, openLesson } from './lesson.mjs';

const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const grid = (page) => page.getByRole('grid');
const cells = (page, column) => grid(page).locator(`tbody tr:not(.table-space) td:nth-child(${column})`).allInnerTexts();

async function openTable(t, options) {
  const opened = await openLesson(t, options);
  await opened.page.locator('#tab-table').click();
  await grid(opened.page).locator('tbody tr[aria-rowindex="2"]').waitFor();
  return opened;
}

async function violations(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? it.help}`));
}

test('every pod is a row, the worst first, and a heading sorts', async (t) => {
  const { page } = await openTable(t, { viewport: { width: 1600, height: 900 } });
  assert.equal(await grid(page).getAttribute('aria-rowcount'), '27', '26 pods below the headings');
  assert.match((await cells(page, 1))[0], /broken/, 'state in a word');
  const heading = page.getByRole('columnheader', { name: 'RESTARTS' });
  for (const [order, sign] of [['ascending', 1], ['descending', -1]]) {
    await heading.getByRole('button').click();
    await page.locator(`th[aria-sort=${order}]`, { hasText: 'RESTARTS' }).waitFor();
    await page.waitForFunction((it) => {
      const counts = [...document.querySelectorAll('tbody tr:not(.table-space)')].map((row) => Number.parseInt(row.cells[5].textContent, 10));
      return counts.length > 9 && counts.every((count, at) => at === 0 || (counts[at - 1] - count) * it <= 0);
    }, sign);
  }
  assert.match((await cells(page, 6))[0], /^65301/);
});

test('words filter, another kind has its own columns', async (t) => {
  const { page } = await openTable(t);
  await page.locator('#table-filter').fill('etcd xos');
  await page.getByRole('status').filter({ hasText: '2 of 26 rows' }).waitFor();
  for (const name of await cells(page, 3)) assert.match(name, /^etcd-xos-/);
  await page.locator('#table-filter').fill('');
  await page.locator('#table-kind').selectOption('nodes');
  await page.getByRole('columnheader', { name: 'VERSION' }).waitFor();
  assert.deepEqual((await cells(page, 2)).toSorted(), ['xos-00002-294e', 'xos-00003-3760', 'xos-hnbk692u']);
  await language(page, '中文').click();
  await page.getByRole('columnheader', { name: '最严重的发现' }).waitFor();
});

test('with the keyboard alone: down, End, Home, Enter explains', async (t) => {
  const { page } = await openTable(t, { viewport: { width: 1600, height: 900 } });
  await grid(page).focus();
  const active = async () => Number((await grid(page).getAttribute('aria-activedescendant')).replace('table-row-', ''));
  for (const [key, row] of [['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1], ['End', 25], ['Home', 0]]) {
    await page.keyboard.press(key);
    await page.waitForFunction((it) => document.querySelector('[role=grid]').getAttribute('aria-activedescendant') === `table-row-${it}`, row);
    assert.equal(await active(), row, key);
    assert.ok(await page.locator(`#table-row-${row}`).isVisible());
  }
  const name = (await cells(page, 3))[0];
  await page.keyboard.press('Enter');
  await page.locator('tr[aria-selected=true]').waitFor();
  await details(page).locator('.explanation').waitFor();
  assert.match(await details(page).innerText(), new RegExp(name));
  assert.deepEqual(await page.evaluate(() => document.activeElement.getAttribute('role')), 'grid', 'the keyboard stays');
});

test('of a hundred thousand rows only those in sight are drawn', async (t) => {
  const { page } = await openPage(t);
  const rows = Array.from({ length: 100_000 }, (_, i) => `load        web-${String(i).padStart(6, '0')}   1/1     Running   ${i % 7}          5d`);
  await paste(page, `$ kubectl get pods -A\nNAMESPACE   NAME         READY   STATUS    RESTARTS   AGE\n${rows.join('\n')}\n`);
  await page.locator('#tab-table').click({ timeout: 60_000 });
  await page.locator('#table-row-0').waitFor();
  await grid(page).focus();
  await page.keyboard.press('End');
  await page.locator('#table-row-99999').waitFor();
  assert.ok(await grid(page).locator('tr').count() < 150, 'only some rows are elements');
  assert.ok(await page.locator('#table-row-99999').isVisible());
});

for (const { lang, colorScheme, viewport } of [
  { lang: 'en-US', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { lang: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
]) {
  test(`axe-core finds nothing on table and timeline: ${lang}, ${colorScheme}, ${viewport.width} px`, async (t) => {
    const { page } = await openTable(t, { lang, colorScheme, viewport });
    assert.deepEqual(await violations(page), []);
    await page.locator('#tab-timeline').click();
    await page.locator('.dg-lane').first().waitFor();
    assert.deepEqual(await violations(page), []);
  });
}
