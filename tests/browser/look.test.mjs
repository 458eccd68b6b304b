// What can be measured of the looks: nothing is wider than a phone, and no words run out of their part of the picture.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, paste } from './browser.mjs';
import { drawer, findings, linesCome, openLesson, part, refusal } from './lesson.mjs';

const phone = { width: 390, height: 844 };

// The elements that reach beyond the right edge of a page that can be scrolled sideways; none, if it cannot.
async function wide(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > innerWidth + 1).map((it) => `${it.tagName}.${it.getAttribute('class')}`);
  });
}

for (const lang of ['en-US', 'zh-CN']) {
  test(`on a phone no screen scrolls sideways, in ${lang}`, async (t) => {
    const { page } = await openPage(t, { lang, viewport: phone });
    assert.deepEqual(await wide(page), [], 'start');
    await paste(page, `${'a very long line that is no output '.repeat(20)}\n`);
    await refusal(page).waitFor();
    await linesCome(page);
    assert.deepEqual(await wide(page), [], 'input that cannot be used');

    const lesson = (await openLesson(t, { lang, viewport: phone })).page;
    await linesCome(lesson);
    assert.deepEqual(await wide(lesson), [], 'result');
    await findings(lesson).locator('.evidence-line').first().click();
    await drawer(lesson).locator('.text-row.is-marked').waitFor();
    assert.deepEqual(await wide(lesson), [], 'text');
    await lesson.keyboard.press('Escape');
    await part(lesson, /^etcd, .*(expected, absent|应有而缺失)/).click();
    await linesCome(lesson);
    assert.deepEqual(await wide(lesson), [], 'details');
    await lesson.keyboard.press('Escape');
    await lesson.getByRole('button', { name: /^(Lesson|课堂问答)$/ }).click();
    await lesson.locator('.question').first().waitFor();
    assert.deepEqual(await wide(lesson), [], 'lesson');
  });

  test(`in the picture every word stays within its part, and no two lie on each other, in ${lang}`, async (t) => {
    const { page } = await openLesson(t, { lang, viewport: { width: 1600, height: 1000 } });
    const { words, faults } = await page.evaluate(measureCaptions);
    assert.ok(words > 60, `${words} captions were measured`);
    assert.deepEqual(faults, []);
  });
}

// Runs in the page. The focus ring of a part stands 4 units outside of its rectangle.
function measureCaptions() {
  const faults = [];
  let words = 0;
  for (const part of document.querySelectorAll('.dg-part:has(.dg-focus)')) {
    const ring = part.querySelector('.dg-focus').getBBox();
    const box = { left: ring.x + 4, top: ring.y + 4, right: ring.x + ring.width - 4, bottom: ring.y + ring.height - 4 };
    const captions = [...part.querySelectorAll('text')].map((it) => {
      const { x, y, width, height } = it.getBBox();
      return { text: it.textContent.trim(), left: x, right: x + width, top: y, bottom: y + height };
    });
    const name = part.getAttribute('aria-label');
    for (const [i, a] of captions.entries()) {
      words++;
      if (a.left < box.left || a.right > box.right || a.top < box.top - 1 || a.bottom > box.bottom + 1) {
        faults.push(`"${a.text}" runs out of "${name}" by ${Math.max(box.left - a.left, a.right - box.right, box.top - a.top, a.bottom - box.bottom).toFixed(1)}`);
      }
      for (const b of captions.slice(i + 1)) {
        const [across, down] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
        // Lines of text may touch: a box of text is higher than its letters.
        if (across > 0.5 && down > 4) faults.push(`"${a.text}" lies on "${b.text}" in "${name}"`);
      }
    }
  }
  return { words, faults };
}
