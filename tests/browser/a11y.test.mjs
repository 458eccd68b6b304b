// axe-core finds nothing to complain about, on any screen, in both themes and both languages.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openPage, paste } from './browser.mjs';
import { details, drawer, findings, linesCome, openLesson, part, refusal } from './lesson.mjs';

const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

// One page through all its screens: each step leads from the one before.
const screens = [
  { name: 'result', go: async () => {} },
  { name: 'the export menu', async go(page) {
    await page.locator('.export > summary').click();
    await page.locator('.export-panel').waitFor();
  } },
  { name: 'a selected part', go: (page) => part(page, /^etcd quorum|^etcd 法定人数/).click() },
  { name: 'the described API server with its flags', async go(page) {
    await page.getByRole('button', { name: /^(Show everything|显示全部)/ }).click();
    await part(page, /^kube-apiserver, 31 /).click();
    await details(page).locator('.flags details summary').first().click();
  } },
  { name: 'a finding and the gaps unfolded', async go(page) {
    // On a phone the panel lies over the findings.
    await page.keyboard.press('Escape');
    await findings(page).locator('.note-heading').first().click();
    await findings(page).locator('.gaps summary').first().click();
  } },
  { name: 'the text', async go(page) {
    await findings(page).locator('.evidence-line').first().click();
    await drawer(page).locator('.text-row.is-marked').waitFor();
  } },
  { name: 'the keys', async go(page) {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  } },
  { name: 'adding output', async go(page) {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Add output|添加输出)$/ }).click();
    await page.getByRole('dialog').waitFor();
  } },
  { name: 'lesson', async go(page) {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Lesson|课堂问答)$/ }).click();
    await page.locator('.question .choice').first().click();
    await page.locator('.question .answer strong').first().waitFor();
  } },
];

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

for (const { lang, colorScheme, viewport } of [
  { lang: 'en-US', colorScheme: 'light', viewport: wide },
  { lang: 'en-US', colorScheme: 'dark', viewport: wide },
  { lang: 'zh-CN', colorScheme: 'light', viewport: wide },
  { lang: 'zh-CN', colorScheme: 'dark', viewport: wide },
  { lang: 'en-US', colorScheme: 'dark', viewport: phone },
  { lang: 'zh-CN', colorScheme: 'light', viewport: phone },
]) {
  test(`axe-core finds nothing: ${lang}, ${colorScheme}, ${viewport.width} px`, async (t) => {
    const faults = [];
    const { page } = await openPage(t, { lang, colorScheme, viewport });
    faults.push(...await violations(page, 'start'));
    await paste(page, 'this is no output of kubectl\n');
    await refusal(page).waitFor();
    await linesCome(page);
    faults.push(...await violations(page, 'input that cannot be used'));

    const lesson = await openLesson(t, { lang, colorScheme, viewport });
    for (const { name, go } of screens) {
      await go(lesson.page);
      await linesCome(lesson.page);
      faults.push(...await violations(lesson.page, name));
    }
    assert.deepEqual(faults, []);
  });
}

// What axe-core finds on the page as it is. Colours are looked at when nothing fades any more.
async function violations(page, screen) {
  await page.evaluate(() => Promise.all(document.getAnimations().filter((it) => it.effect.getTiming().iterations !== Infinity).map((it) => it.finished.catch(() => {}))));
  // Evaluated by the driver, outside of the page's policy, which stays in force for the page.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  for (const rule of ['color-contrast', 'button-name', 'html-has-lang']) {
    assert.ok(found.passes.some((it) => it.id === rule), `axe-core judged ${rule}`);
  }
  return found.violations.flatMap((it) => it.nodes.map((node) => `${screen}: ${it.id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? it.help}`));
}
