// The watch itself: a check that nothing left the page is worth something only if it would have been seen.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { foreign, openPage, paste, watchedPage } from './browser.mjs';

// A page without any policy, on an origin of its own.
async function openPlain(t) {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('<link rel="icon" href="data:,">'));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => { server.close(); server.closeAllConnections(); });
  const url = `http://127.0.0.1:${server.address().port}/`;
  const watched = await watchedPage(t);
  await watched.page.goto(url);
  return { ...watched, url };
}

test('a request of the page is seen', async (t) => {
  const { page, requests, url } = await openPlain(t);
  await page.evaluate(() => fetch('/from-page'));
  assert.deepEqual(foreign(requests, url), [`${url}from-page`]);
});

test('a request of a worker is seen', async (t) => {
  const { page, requests, url } = await openPlain(t);
  await page.evaluate(() => new Promise((done) => {
    const code = `fetch('${location.href}from-worker').then(() => postMessage(0))`;
    new Worker(URL.createObjectURL(new Blob([code]))).onmessage = done;
  }));
  assert.deepEqual(foreign(requests, url), [`${url}from-worker`]);
});

test('console errors and uncaught errors of page and worker are seen', async (t) => {
  const { page, problems } = await openPlain(t);
  await page.evaluate(() => { console.error('said in the page'); setTimeout(() => { throw new Error('thrown in the page'); }); });
  await page.evaluate(() => new Promise((done) => {
    const code = `console.error('said in the worker'); setTimeout(() => postMessage(0), 50)`;
    new Worker(URL.createObjectURL(new Blob([code]))).onmessage = done;
  }));
  for (const text of ['said in the page', 'thrown in the page', 'said in the worker']) {
    assert.ok(problems.some((it) => it.includes(text)), `${text} is not in ${problems}`);
  }
});

test('the policy refuses a connection, and the refusal is seen', async (t) => {
  for (const scheme of ['http', 'file']) {
    const { page, problems, requests, url } = await openPage(t, { scheme });
    const outcome = await page.evaluate(() => fetch('http://127.0.0.1:9/').then(() => 'connected', () => 'refused'));
    assert.equal(outcome, 'refused');
    assert.ok(problems.some((it) => it.includes('Content Security Policy')), String(problems));
    assert.deepEqual(foreign(requests, url), []);
    problems.length = 0;
  }
});

test('paste goes through the clipboard into what has the focus', async (t) => {
  const { page } = await openPlain(t);
  await page.evaluate(() => { document.body.append(document.createElement('textarea')); document.querySelector('textarea').focus(); });
  await paste(page, 'NAME  READY\n容器 1/1\n');
  assert.equal(await page.locator('textarea').inputValue(), 'NAME  READY\n容器 1/1\n');
});
