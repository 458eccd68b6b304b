// What is said of a selected part comes from the worker: at once for the reader, the newest for certain, and never of another part.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, paste, settled } from './browser.mjs';
import { details, findings, language, openLesson, part, parts, together } from './lesson.mjs';

const heading = (page, name) => details(page).getByRole('heading', { level: 2, name, exact: true });
const facts = (page) => heading(page, 'This cluster');

// Runs in the page before its own scripts: explanations are asked for only when the test lets them be.
function holdExplanations() {
  const Sound = Worker;
  const held = [];
  globalThis.letThrough = () => held.splice(0).map((send) => send()).length;
  globalThis.Worker = class extends Sound {
    postMessage(message, transfer) {
      if (message[1] === 'worker_explain') held.push(() => super.postMessage(message, transfer));
      else super.postMessage(message, transfer);
    }
  };
}

const held = (t) => openLesson(t, { viewport: { width: 1600, height: 900 }, prepare: (context) => context.addInitScript(holdExplanations) });
const letThrough = (page) => page.evaluate(() => letThrough());

test('a part is explained when it is clicked, in less than the blink of an eye', async (t) => {
  const { page } = await openLesson(t);
  await facts(page).waitFor();
  const took = await part(page, parts.ghost.en).evaluate((element) => new Promise((done) => {
    const start = performance.now();
    const column = document.querySelector('.details');
    new MutationObserver(() => { if (column.querySelector('.explanation')) done(performance.now() - start); }).observe(column, { childList: true, subtree: true });
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }));
  t.diagnostic(`${took.toFixed(1)} ms from the click to the explanation`);
  assert.ok(took < 300, `${took} ms`);
  await heading(page, 'etcd on xos-hnbk692u').waitFor();
});

test('until a part is explained, what was shown before stays; of two in a row the last is shown', async (t) => {
  const { page } = await held(t);
  await part(page, parts.ghost.en).click();
  assert.equal(await facts(page).count(), 1, 'nothing is taken away before there is something in its place');
  await letThrough(page);
  await heading(page, 'etcd on xos-hnbk692u').waitFor();

  await part(page, parts.quorum.en).click();
  await part(page, parts.described.en).click();
  assert.equal(await heading(page, 'etcd on xos-hnbk692u').count(), 1);
  assert.equal(await letThrough(page), 2, 'both were asked for');
  await heading(page, 'kube-apiserver on xos-00002-294e').waitFor();
  assert.equal(await details(page).locator('.explanation').count(), 1);

  await part(page, parts.quorum.en).click();
  await page.keyboard.press('Escape');
  await facts(page).waitFor();
  await letThrough(page);
  await language(page, '中文').click();
  await heading(page, '集群概览').waitFor();
  assert.equal(await details(page).locator('.explanation').count(), 0, 'an answer that comes late opens nothing');
});

test('Back and Forward explain again; the other language needs no worker', async (t) => {
  const { page } = await held(t);
  for (const [name, told] of [[parts.ghost.en, 'etcd on xos-hnbk692u'], [parts.described.en, 'kube-apiserver on xos-00002-294e']]) {
    await part(page, name).click();
    await letThrough(page);
    await heading(page, told).waitFor();
  }
  await page.goBack();
  await page.waitForFunction(() => letThrough() > 0);
  await heading(page, 'etcd on xos-hnbk692u').waitFor();
  await page.goForward();
  await page.waitForFunction(() => letThrough() > 0);
  await heading(page, 'kube-apiserver on xos-00002-294e').waitFor();
  await language(page, '中文').click();
  await heading(page, 'xos-00002-294e 上的 kube-apiserver').waitFor();
  assert.equal(await letThrough(page), 0);
});

// Runs in the page: keeps every heading that the panel ever shows.
function keepHeadings() {
  globalThis.headings = [];
  new MutationObserver(() => {
    const now = document.querySelector('.details h2')?.textContent;
    if (now && now !== headings.at(-1)) headings.push(now);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

test('a page loaded again with a selection in its address explains it with the first result, and so does a further output', async (t) => {
  const { page } = await openLesson(t, { prepare: (context) => context.addInitScript(keepHeadings) });
  await part(page, parts.ghost.en).click();
  await heading(page, 'etcd on xos-hnbk692u').waitFor();
  assert.match(page.url(), /#.*s=component\/etcd\/xos-hnbk692u/);
  await page.reload();
  await settled(page);
  await page.getByRole('heading', { level: 1, name: /^Paste kubectl output/ }).waitFor();
  await paste(page, together);
  await heading(page, 'etcd on xos-hnbk692u').waitFor();
  assert.equal(await part(page, parts.ghost.en).getAttribute('aria-pressed'), 'true');

  await paste(page, '$ kubectl get namespaces\nNAME      STATUS   AGE\ndefault   Active   34d\n');
  await page.getByRole('list', { name: 'What was read' }).getByText('get namespaces').waitFor();
  await heading(page, 'etcd on xos-hnbk692u').waitFor();
  assert.deepEqual(await page.evaluate(() => headings), ['etcd on xos-hnbk692u'], 'the panel showed nothing else in between');
});

test('a link to the lesson: the questions come with the result', async (t) => {
  const { page, url } = await openPage(t);
  await page.goto(`${url}#v=lesson`);
  await page.reload();
  await settled(page);
  await paste(page, together);
  await page.locator('.question').nth(7).waitFor();
  await page.getByRole('button', { name: 'Architecture', exact: true }).click();
  await findings(page).waitFor();
});
