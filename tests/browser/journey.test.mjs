// The whole way of a reader: paste, picture, cause, explanation, proof, the other language; with a mouse and with keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, paste } from './browser.mjs';
import { choose, details, drawer, findings, language, linesCome, openLesson, part, parts, texts, together } from './lesson.mjs';

const ways = [
  { way: 'one paste', give: (page) => paste(page, together), inputs: { 'Pasted text': together } },
  { way: 'four files', give: (page) => choose(page, texts), inputs: texts },
];

for (const scheme of ['http', 'file']) {
  for (const { way, give, inputs } of ways) {
    test(`from ${scheme}, by ${way}: picture, cause, proof, the other language, back`, async (t) => {
      const { page } = await openPage(t, { scheme });
      await give(page);
      await part(page, parts.ghost.en).waitFor();
      for (const node of ['xos-00002-294e', 'xos-00003-3760', 'xos-hnbk692u']) {
        assert.equal(await part(page, new RegExp(`^${node}, Ready `)).count(), 1, node);
      }
      assert.equal(await part(page, parts.quorum.en).count(), 1);
      assert.match(await findings(page).getByRole('heading', { level: 3 }).first().innerText(), /etcd is missing on xos-hnbk692u/);

      await part(page, parts.ghost.en).click();
      await details(page).getByRole('heading', { name: 'etcd on xos-hnbk692u' }).waitFor();
      const told = await details(page).innerText();
      assert.match(told, /The ledger/, 'what etcd is');
      assert.match(told, /2 of 3 members are alive and 2 are needed/, 'how it fares here');
      assert.match(told, /crictl ps -a --name etcd/, 'what to run next');

      const proof = await openEachLine(page, inputs);
      for (const line of [/^etcd-xos-00002-294e /, /^etcd-xos-00003-3760 /, /^NAME .* RESTARTS /, /^xos-hnbk692u +Ready/, /^kube-apiserver-xos-hnbk692u .* CrashLoopBackOff/]) {
        assert.ok(proof.some((it) => line.test(it)), `${line} is not in the proof: ${proof.join('\n')}`);
      }

      await language(page, '中文').click();
      await page.locator('html[lang=zh-CN]').waitFor();
      assert.match(await findings(page).getByRole('heading', { level: 3 }).first().innerText(), /xos-hnbk692u 上缺少 etcd/);
      assert.equal(await part(page, parts.ghost.zh).getAttribute('aria-pressed'), 'true', 'the selection is kept');
      assert.equal(await part(page, parts.quorum.zh).count(), 1);
      assert.match(await details(page).innerText(), /法定人数/);
      assert.equal(await page.locator('.text-row.is-marked').count(), 1, 'the text stays open');

      await page.goBack();
      await page.locator('.dg-part[aria-pressed=true]').waitFor({ state: 'detached' });
      assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN', 'Back leaves the language alone');
    });
  }
}

// Clicks each line of proof in the panel and looks whether the viewer marks that very line of what was given.
async function openEachLine(page, inputs) {
  await linesCome(page);
  const proof = await details(page).locator('.evidence-line:visible').all();
  assert.ok(proof.length >= 5, `${proof.length} lines of proof`);
  const seen = [];
  for (const line of proof) {
    const number = await line.locator('.evidence-number').innerText();
    await line.click();
    const marked = drawer(page).locator('.text-row.is-marked').filter({ has: page.getByText(number, { exact: true }) });
    await marked.waitFor();
    await linesCome(page);
    const from = await drawer(page).locator('.drawer-name').innerText();
    const text = inputs[from].split('\n')[Number(number) - 1];
    assert.equal(await drawer(page).locator('.text-row.is-marked').count(), 1);
    assert.equal(await marked.locator('span').last().textContent(), text, `line ${number} of ${from}`);
    await assertInSight(marked);
    assert.equal(await line.locator('code').textContent(), text.trim(), 'the panel quotes the same line');
    seen.push(text);
  }
  return seen;
}

// Whether the row is within the part of the text that is scrolled into view.
async function assertInSight(row) {
  const inSight = await row.evaluate((it) => {
    const [line, frame] = [it.getBoundingClientRect(), it.closest('.text-scroll').getBoundingClientRect()];
    return line.top >= frame.top && line.bottom <= frame.bottom;
  });
  assert.ok(inSight, 'the marked line is scrolled into view');
}

test('every flag of the described API server is explained, the notable ones first', async (t) => {
  const { page } = await openLesson(t, { viewport: { width: 1600, height: 900 } });
  await part(page, parts.described.en).click();
  await details(page).getByRole('heading', { name: /^Flags/ }).waitFor();

  const given = [...texts['describe-pod-kube-apiserver.txt'].matchAll(/^ +(--([a-z0-9-]+)=.*)$/gm)];
  assert.equal(given.length, 35, 'the flags of the command in the text');
  const flags = await details(page).locator('.flags details').evaluateAll((all) => all.map((it) => ({
    words: it.querySelector('summary code').textContent,
    verdict: it.querySelector('summary .tag')?.textContent ?? '',
    meaning: it.querySelector('p').textContent.trim(),
  })));
  for (const [, words] of given) assert.ok(flags.some((it) => it.words === words), `${words} is not listed`);
  for (const { words, meaning } of flags) assert.ok(meaning.length > 10, `${words} is not explained`);

  const order = ['risk', 'worth knowing', 'as it should be', ''];
  const ranks = flags.map((it) => order.indexOf(it.verdict));
  assert.ok(!ranks.includes(-1), `an unknown verdict: ${flags.map((it) => it.verdict)}`);
  assert.deepEqual(ranks, ranks.toSorted((a, b) => a - b), 'the notable ones first');
  for (const name of ['audit-policy-file', 'encryption-provider-config']) {
    const flag = flags.find((it) => it.words.startsWith(`--${name} `));
    assert.match(flag?.words ?? '', /not set/, `${name} is missing from the command, and that is said`);
    assert.ok(order.indexOf(flag.verdict) < 2, `${name}: ${flag.verdict}`);
  }

  const audit = details(page).locator('.flags details').filter({ has: page.locator('summary', { hasText: '--audit-policy-file' }) });
  await audit.locator('summary').click();
  assert.match(await audit.locator('.flag-remark').innerText(), /audit/);
});

// Tab until a part of the picture has the focus: the picture is one stop, at its worst part.
async function tabToPicture(page) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('.dg-part') !== null)) return;
  }
  assert.fail('Tab does not lead to the picture');
}

const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));

test('with keys alone: to a part, its explanation, and back', async (t) => {
  const { page } = await openLesson(t);
  await tabToPicture(page);
  assert.match(await focused(page), parts.ghost.en, 'the keyboard enters at what is missing');
  await page.keyboard.press('ArrowUp');
  assert.match(await focused(page), parts.failing.en);
  await page.keyboard.press('Enter');
  await details(page).getByRole('heading', { name: 'kube-apiserver on xos-hnbk692u' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await details(page).getByRole('heading', { name: 'etcd on xos-hnbk692u' }).waitFor();
  await page.keyboard.press('Escape');
  await details(page).getByRole('heading', { name: 'This cluster' }).waitFor();
  assert.equal(await page.locator('.dg-part[aria-pressed=true]').count(), 0);
  assert.match(await focused(page), parts.ghost.en, 'the keyboard stays where it was');
});

test('n and p walk through the incidents', async (t) => {
  const { page } = await openLesson(t);
  const open = findings(page).locator('.incident-heading button[aria-expanded=true]');
  const steps = [
    ['n', /etcd is missing/, 'etcd on xos-hnbk692u'],
    ['n', /Leaders are lost/, /./],
    ['p', /etcd is missing/, 'etcd on xos-hnbk692u'],
    ['p', /Leaders are lost/, /./],
    ['n', /etcd is missing/, 'etcd on xos-hnbk692u'],
  ];
  for (const [key, headline, heading] of steps) {
    await page.keyboard.press(key);
    await open.filter({ hasText: headline }).waitFor();
    assert.equal(await open.count(), 1, 'one incident is open');
    await details(page).getByRole('heading', { level: 2, name: heading }).waitFor();
  }
  assert.equal(await part(page, parts.ghost.en).getAttribute('aria-pressed'), 'true', 'its cause is selected');
});
