// The page starts from any place, alone; and where it cannot, it says so in both languages.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openPage } from './browser.mjs';
import { page as pageFile } from '../../scripts/serve.mjs';

for (const scheme of ['http', 'file']) {
  test(`the page starts from ${scheme}, with one request`, async (t) => {
    const { page, requests, url } = await openPage(t, { scheme });
    assert.equal(await page.locator('#boot-notice').isVisible(), false);
    assert.ok((await page.locator('#app').innerText()).trim().length > 0, 'the page is blank');
    assert.deepEqual(requests.filter((it) => !it.startsWith('blob:')), [url]);
  });

  test(`a worker of the page answers calls, from ${scheme}`, async (t) => {
    const { page } = await openPage(t, { scheme });
    const answers = await page.evaluate(() => new Promise((resolve) => {
      const worker = porthole.spawnWorker();
      const seen = [];
      worker.onmessage = ({ data }) => { if (seen.push(data) === 3) { worker.terminate(); resolve(seen); } };
      worker.postMessage([1, 'worker_reset']);
      worker.postMessage([2, 'no_such_function', 'x']);
      worker.postMessage([3, 'worker_reset']);
    }));
    assert.deepEqual(answers.map((it) => it[0]), [1, 2, 3], 'in the order of the calls');
    assert.equal(answers[0].length, 2, JSON.stringify(answers[0]));
    assert.match(answers[1][2].message, /not a function/);
    assert.equal(answers[1][2].panic, null);
    assert.equal(answers[2].length, 2, 'a failed call does not end the worker');
  });
}

// The notice is there, in both languages, and `detail` says what exactly is wrong.
async function assertNotice(page, en, zh, detail) {
  const notice = page.locator('#boot-notice');
  await notice.waitFor({ state: 'visible' });
  const text = await notice.innerText();
  assert.match(text, en);
  assert.match(text, zh);
  assert.match(text, detail);
  assert.equal(await page.locator('#boot-notice p:visible').count(), 2, 'one reason, two languages');
}

for (const [name, remove] of [
  ['DecompressionStream', () => { delete globalThis.DecompressionStream; }],
  ['WebAssembly', () => { delete globalThis.WebAssembly; }],
  ['WebAssembly SIMD', () => { WebAssembly.validate = () => false; }],
  ['Blob Worker', () => { delete globalThis.Worker; }],
]) {
  test(`a browser without ${name} is told so`, async (t) => {
    const { page, problems } = await openPage(t, { prepare: (context) => context.addInitScript(remove) });
    await assertNotice(page, /too old/, /版本太旧/, new RegExp(name));
    assert.equal(await page.locator('#boot-loading').isVisible(), false);
    assert.deepEqual(problems, []);
  });
}

test('without JavaScript the page says that it needs it', async (t) => {
  const { page } = await openPage(t, { javaScript: false });
  const text = await page.locator('body').innerText();
  assert.match(text, /needs JavaScript/);
  assert.match(text, /需要启用 JavaScript/);
  assert.equal(await page.locator('#boot-loading').isVisible(), false);
});

test('while the page starts, it says so', async (t) => {
  const stall = () => { WebAssembly.compile = () => new Promise(() => {}); };
  const { page } = await openPage(t, { settle: false, prepare: (context) => context.addInitScript(stall) });
  const text = await page.locator('#boot-loading').innerText();
  assert.match(text, /Starting/);
  assert.match(text, /正在启动/);
});

test('a damaged file is named as such', async (t) => {
  const html = await readFile(pageFile, 'utf8');
  const body = html.replace(/(id="wasm">.{2000}).{40}/s, `$1${'A'.repeat(40)}`);
  assert.notEqual(body, html);
  const prepare = (context) => context.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  const { page } = await openPage(t, { prepare });
  await assertNotice(page, /could not start/, /无法启动/, /Error/);
});

test('after a panic the notice lies over the page, which stays', async (t) => {
  const { page } = await openPage(t);
  const before = await page.locator('#app').innerHTML();
  await page.evaluate(() => portholePanic('panicked at src/some.rs:1:2'));
  await assertNotice(page, /has stopped/, /停止运行/, /src\/some\.rs/);
  assert.equal(await page.locator('#app').innerHTML(), before);
});
