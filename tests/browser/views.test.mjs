// The pictures, the search over them, and the conversation: what only a browser can show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, paste } from './browser.mjs';

const row = (...cells) => cells.map((it, i) => String(it).padEnd([12, 26, 8, 20, 14, 6, 12, 10][i] ?? 12)).join('');
const pods = (rows) => `$ kubectl get pods -A -o wide\n${row('NAMESPACE', 'NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE', 'IP', 'NODE')}NOMINATED NODE   READINESS GATES\n${rows.map((it) => `${row(...it)}<none>           <none>`).join('\n')}\n`;
const nodes = (count) => `$ kubectl get nodes\nNAME      STATUS   ROLES           AGE   VERSION\n${Array.from({ length: count }, (_, i) => `${`n-${i + 1}`.padEnd(9)} Ready    ${(i ? '<none>' : 'control-plane').padEnd(15)} 90d   v1.36.1`).join('\n')}\n\n`;
const pod = (i, count, broken) => ['shop', `web-7d4b9c6f5d-${String(i).padStart(5, 'x')}`, broken ? '0/1' : '1/1', broken ? 'CrashLoopBackOff' : 'Running', broken ? '12 (3m ago)' : '0', '9d', '10.0.0.1', `n-${(i % count) + 1}`];
const small = nodes(3) + pods([pod(1, 3, true), pod(2, 3, false), pod(3, 3, false)]);

test('every tab shows its picture of the same cluster, and the address names it', async (t) => {
  const { page } = await openPage(t);
  await paste(page, small);
  for (const view of ['nodes', 'workloads', 'timeline', 'architecture']) {
    await page.locator(`#tab-${view}`).click();
    await page.locator(`#tab-${view}[aria-current=page]`).waitFor();
    await page.locator('.dg-canvas .dg-part').first().waitFor();
    assert.match(await page.evaluate(() => location.hash), new RegExp(`v=${view}`));
  }
});

test('a search dims what does not match, and stands in the address', async (t) => {
  const { page } = await openPage(t);
  await paste(page, small);
  await page.locator('#tab-nodes').click();
  await page.locator('.dg-tile').first().waitFor();
  assert.equal(await page.locator('.dg-tile.is-dim').count(), 0);
  await page.keyboard.press('/');
  await page.keyboard.type('node:n-2 status:crash');
  await page.getByText('1 found').waitFor();
  assert.equal(await page.locator('.dg-tile.is-dim').count(), 2);
  assert.match(await page.evaluate(() => decodeURIComponent(location.hash)), /find=node:n-2 status:crash/);
});

test('a pod selected as a square stays selected in the next picture', async (t) => {
  const { page } = await openPage(t);
  await paste(page, small);
  await page.locator('#tab-table').click();
  await page.getByRole('row').filter({ hasText: 'CrashLoopBackOff' }).click();
  await page.locator('.explanation h2').waitFor();
  await page.locator('#tab-nodes').click();
  await page.locator('.dg-selected').waitFor();
  assert.match(await page.evaluate(() => location.hash), /s=pod\/shop\/web-7d4b9c6f5d-xxxx1/);
});

test('a large cluster is painted as pixels, told as a tree, and reached by keys', async (t) => {
  const { page } = await openPage(t);
  const count = 600;
  await paste(page, nodes(count) + pods(Array.from({ length: 3000 }, (_, i) => pod(i, count, i === 1234))));
  await page.locator('#tab-nodes').click();
  const canvas = page.locator('canvas.dg-canvas');
  await canvas.waitFor();
  assert.ok((await page.locator('.diagram *').count()) < 400, 'few live elements');
  await page.waitForFunction(() => {
    const it = document.querySelector('canvas.dg-canvas');
    const pixels = it.getContext('2d').getImageData(0, 0, it.width, it.height).data;
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4) colours.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
    return colours.size > 4;
  });
  const tree = page.getByRole('tree');
  assert.ok((await tree.getByRole('treeitem').count()) >= 2);
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.explanation h2').waitFor();
  const before = await page.evaluate(() => location.hash);
  await canvas.hover();
  await page.mouse.wheel(0, -400);
  await page.waitForFunction((old) => location.hash !== old && /at=/.test(location.hash), before);
});

test('further output settles a hypothesis, with the line of before and the line that decides', async (t) => {
  const { page } = await openPage(t);
  await paste(page, '$ kubectl get pods -n shop\nNAME                   READY   STATUS             RESTARTS      AGE\ncart-5d8f7c6b9-2x4kz   0/1     CrashLoopBackOff   12 (3m ago)   40m\n');
  await page.getByRole('heading', { name: /exits again and again/ }).first().waitFor();
  await page.locator('body').evaluate((body, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, '$ kubectl describe pod -n shop cart-5d8f7c6b9-2x4kz\nName:             cart-5d8f7c6b9-2x4kz\nNamespace:        shop\nStatus:           Running\nContainers:\n  cart:\n    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n    Ready:          False\n    Restart Count:  12\n    Limits:\n      memory:  64Mi\n');
  const card = page.locator('.answers');
  await card.getByText('Explained').waitFor();
  await card.getByText('CrashLoopBackOff').first().waitFor();
  await card.getByText('Reason: OOMKilled').waitFor();
});

test('a finding is set aside with a reason, listed, and brought back', async (t) => {
  const { page } = await openPage(t);
  await paste(page, small);
  const heading = page.getByRole('heading', { name: /exits again and again/ });
  await heading.first().waitFor();
  await page.getByRole('button', { name: 'Set aside' }).first().click();
  await page.getByLabel('Why may it be set aside?').fill('known, ticket 7');
  await page.keyboard.press('Enter');
  await page.getByText('known, ticket 7').waitFor();
  assert.equal(await page.locator('.incident').count(), 0);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await heading.first().waitFor();
});
