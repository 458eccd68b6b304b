// When Porthole itself fails: a readable notice in the reader's language, a report to copy without a word of the text, and
// the input stays. The faults come from the surroundings (a worker that answers too early, dies or never answers); the page
// and its policy are as shipped.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { address, openPage, paste } from './browser.mjs';
import { choose, details, language, part, parts, texts, together } from './lesson.mjs';

// Runs in the page before its own scripts: the first worker goes wrong in the given way, at that call, when it has answered
// so many of them; later workers are sound.
function breakFirstWorker({ way, call, sound }) {
  const Sound = Worker;
  let workers = 0;
  const calls = {
    // Before the call has returned to the one who made it, which no browser does: a true panic in the page's Rust code.
    'answers early': (worker, [id]) => worker.dispatchEvent(new MessageEvent('message', { data: [id, null] })),
    // What worker.js does on a panic of the module, with a message that quotes the user's text.
    panics: (worker, [id, , said]) => worker.breakDown(id, said),
    // An input larger than any memory: a true trap in the module.
    'runs out of memory': (worker, [id]) => worker.send([id, 'worker_add', 'x', { length: 0xffff_ffff }]),
    dies: (worker) => setTimeout(() => worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))),
    hangs: () => {},
  };
  globalThis.terminated = 0;
  globalThis.Worker = class extends Sound {
    #broken = workers++ === 0;
    postMessage(message, transfer) {
      if (this.#broken && message[1] === 'worker_add') this.text = new TextDecoder().decode(message[3]);
      if (this.#broken && message[1] === call && sound-- === 0) return calls[way](this, message);
      this.send(message, transfer);
    }
    send(message, transfer) { super.postMessage(message, transfer); }
    breakDown(id) { this.send([id, 'break_down', this.text]); }
    terminate() { globalThis.terminated++; super.terminate(); }
  };
  const panics = 'wasm_bindgen.break_down = (text) => { portholePanic("src/parse/formats/table.rs:12:5"); throw new WebAssembly.RuntimeError(text); };';
  const SoundBlob = Blob;
  globalThis.Blob = class extends SoundBlob {
    constructor(pieces, options) { super(options?.type === 'text/javascript' ? [...pieces, '\n', panics] : pieces, options); }
  };
}

function broken(t, way, { call = 'worker_analyze', sound = 0, ...options } = {}) {
  return openPage(t, { ...options, prepare: (context) => context.addInitScript(breakFirstWorker, { way, call, sound }) });
}

// No name, address or flag of what was pasted: every word of it that is not ordinary language.
function assertNothingOf(text, report) {
  const words = new Set(text.match(/[\w.:/=-]{6,}/g).filter((it) => /[-\d.:/=]/.test(it)));
  assert.ok(words.size > 100, 'this looks for the words of the text');
  for (const word of words) assert.ok(!report.includes(word), `the report holds "${word}": ${report}`);
}

// What lies on the clipboard after the notice's Copy button.
async function copied(page, notice) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await notice.getByRole('button', { name: /^(Copy|复制): porthole/ }).click();
  await notice.getByRole('button', { name: /^(Copied|已复制): porthole/ }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const kept = (page) => page.getByRole('list', { name: /^(What was read|已读取的内容)$/ });

for (const { way, en, zh, report } of [
  { way: 'panics', en: /Porthole stopped at a fault of its own/, zh: /Porthole 因自身的程序错误而停止/, report: /^porthole \S+ \| panic \| src\/parse\/formats\/table\.rs:12:5 \| 1 inputs, \d+ bytes$/ },
  { way: 'runs out of memory', en: /The reading ended before its time/, zh: /读取意外中断/, report: /^porthole \S+ \| worker ended \| unreachable \| 1 inputs, \d+ bytes$/ },
  { way: 'dies', en: /The reading ended before its time/, zh: /读取意外中断/, report: /^porthole \S+ \| worker ended \| out of memory \| 1 inputs, \d+ bytes$/ },
]) {
  for (const scheme of ['http', 'file']) {
    test(`the worker ${way}, from ${scheme}: a notice, a report without the text, and on`, async (t) => {
      const { page } = await broken(t, way, { scheme });
      await paste(page, together);
      const notice = page.getByRole('alert').filter({ visible: true });
      await notice.getByRole('heading', { name: en }).waitFor();
      const said = await copied(page, notice);
      assert.match(said, report);
      assertNothingOf(together, await notice.innerText());
      assertNothingOf(together, said);
      assert.match(await kept(page).innerText(), /Pasted text/);

      await language(page, '中文').click();
      await notice.getByRole('heading', { name: zh }).waitFor();
      assert.match(await notice.innerText(), /输入内容仍然保留/);
      await notice.getByRole('button', { name: '重新读取' }).click();
      await part(page, parts.ghost.zh).waitFor();
      assert.equal(await notice.count(), 0, 'a second reading works, with the same input');
    });
  }
}

test('a panic in the page: the notice lies over what is shown, and names the place alone', async (t) => {
  const { page, problems } = await broken(t, 'answers early');
  await paste(page, together);
  const notice = page.locator('#boot-notice');
  await notice.waitFor({ state: 'visible' });
  const said = await notice.innerText();
  assert.match(said, /has stopped because of a fault of its own/);
  assert.match(said, /因自身的程序错误停止运行/);
  assert.match(await page.locator('#boot-detail').innerText(), /^src\/ui\/[\w/]+\.rs:\d+:\d+$/, 'a place in the code, nothing of the machine that built it');
  assertNothingOf(together, said);
  assert.match(await kept(page).innerText(), /Pasted text/, 'the page stays as it was');
  assert.ok(problems.some((it) => it.includes('panicked at')), `a true panic: ${problems}`);
  assertNothingOf(together, problems.join('\n'));
  problems.length = 0;
});

for (const [lang, cancel, cancelled, again, ghost] of [
  ['en-US', 'Cancel', 'Reading was cancelled. Your input is still here.', 'Read again', parts.ghost.en],
  ['zh-CN', '取消', '已取消读取，输入内容仍然保留。', '重新读取', parts.ghost.zh],
]) {
  test(`Cancel ends a reading that does not end, in ${lang}; the input stays`, async (t) => {
    const { page } = await broken(t, 'hangs', { lang });
    await paste(page, together);
    await page.getByRole('button', { name: cancel, exact: true }).click();
    await page.getByRole('status').filter({ hasText: cancelled }).waitFor();
    assert.equal(await page.evaluate(() => terminated), 1, 'the worker is ended, it does not run on');
    assert.equal(await kept(page).getByRole('listitem').count(), 1);
    await page.getByRole('button', { name: again }).click();
    await part(page, ghost).waitFor();
  });
}

test('a file that is gone when it is read again: said so, and the other input stays', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'porthole-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'pods.txt');
  await writeFile(path, texts['get-pods-kube-system.txt']);
  const { page } = await openPage(t);
  await page.locator('input[type=file]').setInputFiles(path);
  await part(page, parts.ghost.en).waitFor();
  await writeFile(path, 'changed since');
  await paste(page, texts['get-nodes-wide.txt']);
  const notice = page.getByRole('alert').filter({ visible: true });
  await notice.getByRole('heading', { name: 'A file could not be read' }).waitFor();
  assert.ok(await part(page, parts.ghost.en).isVisible(), 'the earlier result stays');
  await page.getByRole('button', { name: /^Remove: .*pods/ }).click();
  await part(page, /^xos-hnbk692u, Ready/).waitFor();
  assert.equal(await notice.count(), 0);
});

for (const [lang, read, untold, again, heading] of [
  ['en', /Porthole stopped at a fault of its own/, 'This comes once the text has been read.', 'Read again', 'etcd on xos-hnbk692u'],
  ['zh', /Porthole 因自身的程序错误而停止/, '读取文本之后，这里才有内容。', '重新读取', 'xos-hnbk692u 上的 etcd'],
]) {
  test(`the worker panics while it explains a part, in ${lang}: the result stays, and a second reading explains it`, async (t) => {
    const { page } = await broken(t, 'panics', { call: 'worker_explain', sound: 1, lang });
    await paste(page, together);
    await part(page, parts.quorum[lang]).click();
    await details(page).locator('.article').waitFor();
    await part(page, parts.ghost[lang]).click();
    const notice = page.getByRole('alert').filter({ visible: true });
    await notice.getByRole('heading', { name: read }).waitFor();
    assertNothingOf(together, await notice.innerText());
    await details(page).getByText(untold).waitFor();
    assert.equal(await part(page, parts.ghost[lang]).getAttribute('aria-pressed'), 'true', 'the picture stays, and what is selected');
    assert.equal(await details(page).locator('.article').count(), 0, 'nothing is said of it that belongs to another part');
    await page.getByRole('button', { name: /^(Lesson|课堂问答)$/ }).click();
    await page.locator('.lesson').getByText(untold).waitFor();
    await notice.getByRole('button', { name: again }).click();
    await details(page).getByRole('heading', { name: heading }).waitFor();
    await page.locator('.question').first().waitFor();
    assert.equal(await notice.count(), 0);
  });
}

test('a worker that ends with the reading of a link to a part: the rest of the result is there', async (t) => {
  const { page } = await broken(t, 'dies', { call: 'worker_explain', url: `${await address('http')}#s=quorum` });
  await paste(page, together);
  await page.getByRole('alert').filter({ visible: true }).getByRole('heading', { name: 'The reading ended before its time' }).waitFor();
  assert.equal(await part(page, parts.quorum.en).getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Escape');
  await details(page).getByRole('heading', { name: 'This cluster' }).waitFor();
});

test('Cancel of a further reading: the result before it stays, and says of a part what it still can', async (t) => {
  const { page } = await broken(t, 'hangs', { sound: 1 });
  await paste(page, together);
  await part(page, parts.quorum.en).click();
  await details(page).locator('.article').waitFor();
  await paste(page, texts['get-nodes-wide.txt']);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  assert.equal(await details(page).locator('.article').count(), 1, 'what was explained stays');
  await part(page, parts.ghost.en).click();
  await details(page).getByText('This comes once the text has been read.').waitFor();
  await page.keyboard.press('Escape');
  await details(page).getByRole('heading', { name: 'This cluster' }).waitFor();
  await part(page, parts.ghost.en).click();
  await page.getByRole('button', { name: 'Read again' }).click();
  await details(page).getByRole('heading', { name: 'etcd on xos-hnbk692u' }).waitFor();
});
