// The lesson's cluster, and the words in which a test says what a reader does with it.
import { readFile } from 'node:fs/promises';
import { openPage, paste } from './browser.mjs';

const folder = new URL('../corpus/seed/', import.meta.url);
const names = ['cluster-info.txt', 'describe-pod-kube-apiserver.txt', 'get-nodes-wide.txt', 'get-pods-kube-system.txt'];

// Each of the four texts, by file name.
export const texts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')])));

// All four as one reader's paste.
export const together = Object.values(texts).join('\n');

// The names of the parts of the picture that the tests look for, as a screen reader says them.
export const parts = {
  ghost: { en: /^etcd, expected here, not in the list, on xos-hnbk692u, expected, absent, broken$/, zh: /^etcd, 本应在此，列表中没有, 在 xos-hnbk692u 上, 应有而缺失, 故障$/ },
  quorum: { en: /^etcd quorum: 2 of 3 alive 2 needed, 0 more may fail/, zh: /^etcd 法定人数：3 个成员，存活 2 个/ },
  failing: { en: /^kube-apiserver, CrashLoopBackOff .* on xos-hnbk692u, broken$/ },
  described: { en: /^kube-apiserver, 31 restarts, on xos-00002-294e/ },
};

// Hands files to the page as its file dialog does: { name: text or bytes }.
export function choose(page, files) {
  const payload = Object.entries(files).map(([name, body]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(body) }));
  return page.locator('input[type=file]').setInputFiles(payload);
}

// A part of the picture by the name that a screen reader says.
export function part(page, name) {
  return page.locator('.diagram').getByRole('button', { name });
}

// The panel that explains what is selected, and the column of incidents.
export const details = (page) => page.getByRole('complementary', { name: /^(Details|详情)$/ });
export const findings = (page) => page.getByRole('region', { name: /^(Findings|诊断结果)$/ });
export const drawer = (page) => page.getByRole('region', { name: /^(Your text|原文)$/ });
export const refusal = (page) => page.getByRole('heading', { level: 1, name: /^(No kubectl output was found in this|没有找到 kubectl 的输出)$/ });
export const language = (page, name) => page.getByRole('button', { name, exact: true });

// Opens the page and gives it the whole lesson; resolves when the picture is there.
export async function openLesson(t, options) {
  const opened = await openPage(t, options);
  await paste(opened.page, together);
  await opened.page.locator('.diagram').waitFor();
  return opened;
}

// Waits until every line of the user's text that is in sight has come.
export async function linesCome(page) {
  await page.waitForFunction(() => !/loading…|加载中/.test(document.querySelector('#app').innerText));
}
