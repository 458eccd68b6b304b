// What leaves the page as a file: whole, readable elsewhere, harmless whatever the paste held, and made without asking anybody.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openPage, paste, watchedPage } from './browser.mjs';
import { language, openLesson, together } from './lesson.mjs';

const opener = (page) => page.locator('.export > summary');
const said = (page) => page.locator('.export-said');
const button = (page, name) => page.locator('.export').getByRole('button', { name, exact: true });

// Clicks a button of the menu and resolves to { name, body } of the file that the browser saves.
async function take(page, name) {
  if (await page.locator('.export[open]').count() === 0) await opener(page).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  await said(page).filter({ hasText: download.suggestedFilename() }).waitFor();
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
}

// What a program that reads XML finds in a file.
const parsed = (page, body, look) => page.context().newPage().then(async (blank) => {
  const found = await blank.evaluate(([text, look]) => new Function('document', `return (${look})()`)(new DOMParser().parseFromString(text, 'application/xml')), [body.toString(), look.toString()]);
  await blank.close();
  return found;
});

// Opens a file as a document of its own, and tells what stands in it.
async function reopen(t, type, body, look) {
  const { page, requests, problems } = await watchedPage(t, {});
  await page.goto(`data:${type};base64,${Buffer.from(body).toString('base64')}`);
  const seen = await page.evaluate(look);
  assert.deepEqual(requests.filter((it) => !it.startsWith('data:')), [], 'the file asks for something');
  assert.deepEqual(problems, []);
  return seen;
}

// Loads a picture as an <img> and counts its colours on a canvas.
const measure = (page, type, body) => page.evaluate(async ([type, base64]) => {
  const image = new Image();
  image.src = `data:${type};base64,${base64}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.min(image.naturalWidth, 1500), Math.min(image.naturalHeight, 1500)];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const colours = new Set(new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer));
  return { width: image.naturalWidth, height: image.naturalHeight, colours: colours.size };
}, [type, Buffer.from(body).toString('base64')]);

const outline = () => ({
  root: document.documentElement.localName,
  errors: document.querySelectorAll('parsererror').length,
  text: document.documentElement.textContent,
  view: document.documentElement.getAttribute('viewBox'),
  elements: [...new Set([...document.querySelectorAll('*')].map((it) => it.localName))].sort(),
  handlers: [...document.querySelectorAll('*')].flatMap((it) => it.getAttributeNames()).filter((it) => /^on|href/i.test(it)),
  fill: getComputedStyle(document.querySelector('.dg-box')).fill,
});

for (const scheme of ['http', 'file']) {
  test(`from ${scheme}: the picture as SVG and PNG, in Chinese, whole and as it is seen`, async (t) => {
    const { page } = await openLesson(t, { scheme, lang: 'zh-CN', colorScheme: 'dark' });
    const svg = await take(page, '完整图片: SVG');
    assert.match(svg.name, /^porthole-.*architecture\.svg$/);
    const seen = await reopen(t, 'image/svg+xml', svg.body, outline);
    assert.deepEqual([seen.root, seen.errors, seen.handlers], ['svg', 0, []]);
    assert.match(seen.text, /控制平面[\s\S]*本应在此，列表中没有/);
    assert.deepEqual(seen.elements, ['circle', 'defs', 'g', 'path', 'pattern', 'rect', 'style', 'svg', 'text', 'title']);
    assert.equal(seen.fill, 'rgb(21, 30, 48)', 'the colours are those of the page: dark');
    assert.ok(!/var\(|dg-focus|@import|https?:\/\/(?!www\.w3\.org\/2000\/svg)/.test(svg.body.toString().replace(/<text.*?<\/text>|<title.*?<\/title>/gs, '')), 'it needs nothing else');
    assert.match(seen.view, /^0 0 /);
    const drawn = await measure(page, 'image/svg+xml', svg.body);
    assert.ok(drawn.colours > 20, `${drawn.colours} colours`);

    const png = await take(page, '完整图片: PNG');
    assert.match(png.name, /architecture\.png$/);
    const [, , width, height] = seen.view.split(' ').map(Number);
    const painted = await measure(page, 'image/png', png.body);
    assert.equal(painted.width, Math.max(4096, Math.round(2 * width)));
    assert.ok(Math.abs(painted.height - painted.width * height / width) < 2, `${painted.height}`);
    assert.ok(painted.colours > 50, `${painted.colours} colours`);

    await page.getByRole('button', { name: /^放大/ }).click();
    const part = await take(page, '当前可见部分: SVG');
    const box = await page.locator('.dg-canvas').getAttribute('viewBox');
    assert.equal((await reopen(t, 'image/svg+xml', part.body, outline)).view, box);
    assert.ok((await measure(page, 'image/png', (await take(page, '当前可见部分: PNG')).body)).colours > 50);
  });
}

test('drawings for other programs, and the report, in both languages', async (t) => {
  const { page } = await openLesson(t);
  for (const { lang, rows, missing } of [
    { lang: 'English', rows: { edit: 'To edit or embed', report: 'Report', copy: 'Copy' }, missing: 'expected here, not in the list' },
    { lang: '中文', rows: { edit: '可编辑的图', report: '诊断报告', copy: '复制' }, missing: '本应在此，列表中没有' },
  ]) {
    await language(page, lang).click();
    const mermaid = await take(page, `${rows.edit}: Mermaid`);
    assert.match(mermaid.name, /\.mmd$/);
    assert.ok(mermaid.body.toString().startsWith('flowchart TB\n') && mermaid.body.includes(missing));
    const drawio = await take(page, `${rows.edit}: draw.io`);
    const cells = await parsed(page, drawio.body, () => [document.documentElement.localName, document.querySelectorAll('mxCell[vertex]').length, document.querySelectorAll('parsererror').length]);
    assert.deepEqual([cells[0], cells[2]], ['mxfile', 0]);
    assert.ok(cells[1] > 20, `${cells[1]} shapes`);

    const json = await take(page, `${rows.report}: JSON`);
    const report = JSON.parse(json.body);
    assert.equal(report.schema, 1);
    assert.ok(report.findings.some((it) => it.rule === 'etcd-member-missing'));
    assert.match(json.name, /^porthole(-[\w.-]+)?\.json$/);
    const markdown = await take(page, `${rows.report}: Markdown`);
    assert.match(markdown.body.toString(), lang === 'English' ? /etcd is missing on xos-hnbk692u/ : /xos-hnbk692u 上缺少 etcd/);

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const [name, body] of [['Mermaid', mermaid.body], ['Markdown', markdown.body]]) {
      await button(page, `${rows.copy} ${name}`).click();
      await said(page).filter({ hasText: new RegExp(`^(Copied: |已复制：)${name}$`) }).waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), body.toString());
    }
  }
});

test('a hostile paste is text in every file', async (t) => {
  const names = ['</text><script>alert(1)</script>', ']]><b>x</b>', '" onload="alert(1)', 'abc\u202egpj.exe', 'zero\u200bwidth', '`a`|b|<img/src=x>', 'esc\u001b[31mred'];
  // As kubectl prints them with -o json: hidden characters come as escapes, which no cleaning of the text removes.
  const items = names.map((name) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { conditions: [{ type: 'Ready', status: 'True' }] } }));
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2);
  const text = list.replace(/[\u0080-\uffff]/g, (it) => `\\u${it.charCodeAt().toString(16).padStart(4, '0')}`);
  const { page } = await openPage(t);
  await paste(page, text);
  await page.locator('.diagram').waitFor();
  const svg = await take(page, 'Whole picture: SVG');
  const seen = await reopen(t, 'image/svg+xml', svg.body, outline);
  assert.deepEqual([seen.root, seen.errors, seen.handlers], ['svg', 0, []]);
  assert.ok(!seen.elements.includes('script') && !seen.elements.includes('b') && !seen.elements.includes('img'), `${seen.elements}`);
  assert.ok(seen.text.includes('<script>alert(1)'), seen.text);
  assert.ok(seen.text.includes('abc‹U+202E›gpj.exe') && seen.text.includes('zero‹U+200B›width'), seen.text);
  for (const [name, type] of [['To edit or embed: draw.io', 'application/xml'], ['To edit or embed: Mermaid'], ['Report: Markdown']]) {
    const { body } = await take(page, name);
    assert.ok(!/[\u202a-\u202e\ufeff]/.test(body.toString()), name);
    if (type) assert.equal(await parsed(page, body, () => document.querySelectorAll('parsererror, script, b, img').length), 0, name);
    else assert.ok(!/<(script|b>|img)/.test(body.toString().replace(/^(`{3,}).*?^\1$/gms, '')), name);
  }
});

test('the menu works with keys, closes, and fits wherever it opens', async (t) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const { page } = await openLesson(t, { viewport });
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Whole picture: PNG');
    const panel = await page.locator('.export-panel').boundingBox();
    assert.ok(panel.x >= 0 && panel.x + panel.width <= viewport.width, JSON.stringify(panel));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing sticks out');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.export[open]').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'export-open');
    await opener(page).click();
    await page.locator('.dg-canvas').click({ position: { x: 5, y: 5 }, force: true });
    assert.equal(await page.locator('.export[open]').count(), 0, 'a click elsewhere closes it');
  }
});
