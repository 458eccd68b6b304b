// Input that cannot be used, or only in part, or that comes in odd ways: the page says what it saw, where, and what to run
// instead; it keeps the input and what it did understand.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPage, paste } from './browser.mjs';
import { choose, drawer, findings, language, linesCome, part, parts, texts } from './lesson.mjs';

const pods = texts['get-pods-kube-system.txt'];
const rows = pods.trimEnd().split('\n');
const crashing = rows.findIndex((row) => row.includes('CrashLoopBackOff'));
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const unusable = [
  { what: 'an empty file', name: 'empty.txt', bytes: '', en: /no text in it/, zh: /里面没有文字/ },
  { what: 'prose', text: 'Hello,\nmy cluster is broken since Monday.\nCan you help?\n', en: /None of its 3 lines/, zh: /这 3 行都没有识别/, line: 2, quoted: 'my cluster is broken since Monday.' },
  { what: 'a screenshot', name: 'shot.png', bytes: picture, en: /picture \(PNG\).*Copy the text itself/s, zh: /PNG/ },
  { what: 'a table of another program', text: 'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS   NAMES\n0a1b2c3d4e5f   pause     "/pause"  2d        Up 2d             k8s_POD\n', en: /Output of docker ps, which is not kubectl/, zh: /docker ps 的输出/, line: 2, quoted: '0a1b2c3d4e5f   pause     "/pause"  2d        Up 2d             k8s_POD' },
];

for (const { what, name = 'Pasted text', bytes, text, en, zh, line, quoted } of unusable) {
  test(`${what}: what was seen, where, and what to run instead`, async (t) => {
    const { page } = await openPage(t);
    if (text === undefined) await choose(page, { [name]: bytes });
    else await paste(page, text);
    await page.getByRole('heading', { level: 1, name: 'No kubectl output was found in this' }).waitFor();
    const main = page.getByRole('main');
    assert.match(await main.innerText(), en);
    assert.match(await main.innerText(), /kubectl get pods -A -o wide/);
    assert.ok(await main.getByRole('button', { name: 'Copy: kubectl get nodes -o wide' }).isVisible());
    const kept = page.getByRole('list', { name: 'What was read' });
    assert.match(await kept.innerText(), new RegExp(name));
    if (line) {
      await linesCome(page);
      const row = main.locator('.quote-row').filter({ has: page.getByText(String(line), { exact: true }) });
      assert.equal(await row.locator('code').textContent(), quoted, `line ${line} is quoted with its number`);
      await main.locator('.source-name').click();
      await drawer(page).locator('.text-row').getByText(quoted).waitFor();
    }
    await language(page, '中文').click();
    await page.getByRole('heading', { level: 1, name: '没有找到 kubectl 的输出' }).waitFor();
    assert.match(await main.innerText(), zh);
  });
}

test('nothing on the clipboard changes nothing', async (t) => {
  const { page } = await openPage(t);
  await paste(page, '');
  assert.ok(await page.getByRole('button', { name: 'Read this text' }).isDisabled());
  await paste(page, pods);
  await part(page, parts.ghost.en).waitFor();
  assert.equal(await page.getByRole('list', { name: 'What was read' }).getByRole('listitem').count(), 1);
});

test('half a table: what is whole is drawn, and the line of the cut is named', async (t) => {
  const { page } = await openPage(t);
  const cut = [...rows.slice(0, crashing), rows[crashing].slice(0, rows[crashing].indexOf('LoopBackOff'))].join('\n');
  await paste(page, cut);
  await part(page, parts.described.en).waitFor();
  await findings(page).getByRole('button', { name: '1 line was not understood' }).click();
  const marked = drawer(page).locator('.text-row.is-marked');
  await marked.waitFor();
  await linesCome(page);
  assert.equal(await marked.locator('.text-number').innerText(), String(crashing + 1));
  const issues = drawer(page).locator('.issues');
  await issues.locator('summary').click();
  assert.match(await issues.innerText(), new RegExp(`line ${crashing + 1}\\b`));
  assert.ok(!(await findings(page).innerText()).includes('missing'), 'a list that was cut proves no absence');
});

const odd = [
  { what: 'lines that end as on Windows', give: (page) => paste(page, pods.replaceAll('\n', '\r\n')) },
  { what: 'a file in UTF-16, as PowerShell writes it', give: (page) => choose(page, { 'pods.txt': Buffer.from(`\ufeff${pods}`, 'utf16le') }) },
  { what: 'a file in UTF-16 of the other byte order', give: (page) => choose(page, { 'pods.txt': Buffer.from(`\ufeff${pods}`, 'utf16le').swap16() }) },
];

for (const { what, give } of odd) {
  test(`${what}: read like any other text`, async (t) => {
    const { page } = await openPage(t);
    await give(page);
    await part(page, parts.ghost.en).waitFor();
    assert.equal(await findings(page).getByRole('button', { name: /not understood/ }).count(), 0);
    await page.getByRole('button', { name: 'Your text' }).click();
    await linesCome(page);
    const row = drawer(page).locator('.text-row').filter({ has: page.getByText(String(crashing + 1), { exact: true }) });
    assert.equal(await row.locator('span').last().textContent(), rows[crashing], 'shown as it was meant');
  });
}

// Written to the disk: so much does not go through the driver's pipe.
async function largeFile(t, head, line) {
  const folder = await mkdtemp(join(tmpdir(), 'porthole-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'large.txt');
  await writeFile(path, head + line.repeat(Math.ceil(50e6 / line.length)));
  return path;
}

const log = 'I1123 23:55:00.000001       1 controller.go:42] "Something was written" object="here" that="is no table"\n';
for (const { what, head, line, ends } of [
  { what: '50 MB of a log', head: '', line: log, ends: (page) => page.locator('.no-picture') },
  { what: '50 MB of a log below a table', head: `${pods}\n`, line: log, ends: (page) => part(page, parts.ghost.zh) },
  { what: '50 MB of one line', head: '', line: 'x', ends: (page) => page.getByRole('heading', { level: 1, name: '没有找到 kubectl 的输出' }) },
]) {
  test(`${what}: the page answers while it reads, and says what came of it`, async (t) => {
    const { page } = await openPage(t);
    await page.locator('input[type=file]').setInputFiles(await largeFile(t, head, line));
    await page.getByRole('status').filter({ hasText: /Reading/ }).waitFor();
    await language(page, '中文').click();
    await page.locator('html[lang=zh-CN]').waitFor();
    await ends(page).waitFor();
    assert.match(await page.getByRole('list', { name: '已读取的内容' }).innerText(), /large\.txt|get pods/, 'the input is kept');
    await language(page, 'English').click();
    await page.locator('html[lang=en]').waitFor();
  });
}
