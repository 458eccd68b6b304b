// Opens the finished page in a real Chromium and watches everything it does.
// What a test gets from here: openPage, paste, and a check at its end that nothing left the page and nothing went wrong.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { page as pageFile, serve } from '../../scripts/serve.mjs';

let browser;
let server;
after(async () => {
  await browser?.close();
  await server?.close();
});

// The page's address by scheme: 'http' or 'file'.
export async function address(scheme) {
  if (scheme === 'file') return pathToFileURL(pageFile).href;
  server ??= await serve(0);
  return server.url;
}

// Opens the page in a new profile and resolves to { page, url, requests, problems } once it runs or says why it does not.
//   scheme       'http' or 'file'
//   lang         the browser's language, for example 'zh-CN'
//   colorScheme  'light' or 'dark'
//   viewport     { width, height }
//   javaScript   false switches it off
//   prepare      async (context, page) => …, runs before the page is loaded
//   settle       false returns while the page still starts
// `requests` and `problems` fill up while the test runs. When it ends, both are checked: the only requests are the
// document and its own blobs, and there was no console error, page error or refused action. A test that provokes
// problems looks at them and empties the list.
export async function openPage(t, options = {}) {
  const { scheme = 'http', lang = 'en-US', colorScheme = 'light', viewport = { width: 1280, height: 800 } } = options;
  const url = options.url ?? await address(scheme);
  const { context, page, requests, problems } = await watchedPage(t, { lang, colorScheme, viewport, javaScript: options.javaScript });
  await options.prepare?.(context, page);
  t.after(() => {
    assert.deepEqual(foreign(requests, url), [], 'the page asked for something besides itself');
    assert.deepEqual(problems, [], 'the page had problems');
  });
  await page.goto(url);
  if (options.javaScript !== false && options.settle !== false) await settled(page);
  return { page, url, requests, problems };
}

// A page in a new profile whose requests and problems are recorded, not judged.
export async function watchedPage(t, { lang, colorScheme, viewport, javaScript = true } = {}) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const context = await browser.newContext({ locale: lang, colorScheme, viewport, javaScriptEnabled: javaScript });
  t.after(() => context.close());
  const requests = [];
  const problems = [];
  // The context's events cover workers and windows that the page may open.
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => { if (message.type() === 'error') problems.push(`console: ${message.text()}`); });
  context.on('weberror', (error) => problems.push(`error: ${error.error()}`));
  const page = await context.newPage();
  page.on('websocket', (socket) => requests.push(socket.url()));
  return { context, page, requests, problems };
}

// The requests that are neither the document nor a blob of the document's own.
export function foreign(requests, url) {
  const document = url.split('#')[0];
  return requests.filter((it) => it.split('#')[0] !== document && !it.startsWith('blob:'));
}

// Waits until the page has replaced its loading line, or shows a notice instead.
export async function settled(page) {
  await page.locator('#boot-notice:not([hidden]), body:not(:has(#boot-loading))').first().waitFor({ state: 'attached' });
}

// Pastes a text as a user does: from the clipboard, with the keyboard, into whatever has the focus.
export async function paste(page, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.bringToFront();
  await page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await page.keyboard.press('ControlOrMeta+V');
}
