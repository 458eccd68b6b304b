// What comes as people have it: archives, old encodings, several clusters; and what the reader says better than the text does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openPage, paste } from './browser.mjs';
import { choose, drawer, language, linesCome, part, parts, texts } from './lesson.mjs';

const nodes = (name, count) => `NAME     STATUS   ROLES    AGE   VERSION\n${Array.from({ length: count }, (_, at) => `${name}-${at + 1}   Ready    <none>   9d    v1.33.1\n`).join('')}`;

// A tar of these files, as `tar` writes it: a header of 512 bytes before each, everything in blocks of 512.
function tar(files) {
  const blocks = [];
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const head = Buffer.alloc(512);
    head.write(name);
    head.write('0000644\0', 100);
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('        0', 148);
    head.write('ustar\x0000', 257);
    head.write(`${head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(head, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const packed = tar({ 'dump/nodes.txt': texts['get-nodes-wide.txt'], 'dump/kube-system/pods.txt': texts['get-pods-kube-system.txt'], 'dump/shot.png': 'no text \0\x01\x02\x03' });

for (const [name, bytes] of [['dump.tar', packed], ['dump.tar.gz', gzipSync(packed)]]) {
  test(`${name}: one chip, its files in the drawer, and the picture of what is in them`, async (t) => {
    const { page } = await openPage(t);
    await choose(page, { [name]: bytes });
    await part(page, parts.ghost.en).waitFor();
    const chips = page.getByRole('list', { name: 'What was read' });
    assert.equal(await chips.getByRole('listitem').count(), 1);
    await chips.getByRole('button', { name: /3 files/ }).click();
    assert.deepEqual(await drawer(page).locator('.source-name').allInnerTexts(), ['nodes.txt', 'kube-system/pods.txt', 'shot.png'].map((it) => `${name}/dump/${it}`));
    await drawer(page).locator('.source-name').nth(1).click();
    await linesCome(page);
    assert.match(await drawer(page).locator('.text-row').nth(1).innerText(), /NAME +READY/);
  });
}

test('a damaged archive: what was whole is drawn, and the rest is named', async (t) => {
  const { page } = await openPage(t);
  const whole = gzipSync(packed);
  await choose(page, { 'dump.tgz': whole.subarray(0, whole.length - 100) });
  await page.getByRole('list', { name: 'What was read' }).waitFor();
  await page.getByRole('button', { name: 'Your text' }).click();
  await drawer(page).locator('.source-problem').filter({ hasText: /It breaks off before its end/ }).first().waitFor();
});

test('GBK, as a Chinese Windows console writes it: read by the browser’s own tables', async (t) => {
  const { page } = await openPage(t);
  // "C:\Users\运维> kubectl get nodes"
  const prompt = Buffer.concat([Buffer.from('C:\\Users\\'), Buffer.from('d4cbceac', 'hex'), Buffer.from('> kubectl get nodes -o wide\r\n')]);
  await choose(page, { 'nodes.txt': Buffer.concat([prompt, Buffer.from(texts['get-nodes-wide.txt'])]) });
  await part(page, /^xos-hnbk692u, Ready/).waitFor();
  await page.getByRole('button', { name: 'Your text' }).click();
  await linesCome(page);
  assert.match(await drawer(page).locator('.text-row').first().innerText(), /C:\\Users\\运维> kubectl get nodes -o wide/);
});

for (const [lang, said, first, second] of [
  ['en-US', 'This text shows 2 clusters. They are kept apart:', 'the cluster of red-1 (3 nodes)', 'the cluster of blue-1 (2 nodes)'],
  ['zh-CN', '这些文本来自 2 个集群，已分开显示：', 'red-1 所在的集群（3 个节点）', 'blue-1 所在的集群（2 个节点）'],
]) {
  test(`two clusters in one paste, in ${lang}: said so, each drawn by itself`, async (t) => {
    const { page } = await openPage(t, { lang });
    await paste(page, `${nodes('blue', 2)}\n${nodes('red', 3)}`);
    await page.getByText(said).waitFor();
    await part(page, /^red-3/).waitFor();
    assert.equal(await part(page, /^blue-/).count(), 0);
    await page.getByRole('button', { name: second }).click();
    await part(page, /^blue-2/).waitFor();
    assert.equal(await part(page, /^red-/).count(), 0);
    assert.equal(await page.getByRole('button', { name: second }).getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: first }).click();
    await part(page, /^red-3/).waitFor();
  });
}

test('the reader knows better: namespace, cluster, and what is to be left out; the report follows, and it can be taken back', async (t) => {
  const { page } = await openPage(t);
  await paste(page, `${nodes('red', 3)}\nNAME    READY   STATUS             RESTARTS   AGE\nweb-1   0/1     CrashLoopBackOff   7          5m\n`);
  await part(page, /^red-3/).waitFor();
  await page.getByRole('button', { name: 'Your text' }).click();
  const block = drawer(page).locator('.block').filter({ hasText: '1 pod' });
  await block.getByText('Correct this').click();
  const field = (name) => block.getByLabel(name, { exact: true });
  const enter = async (name, text) => {
    await field(name).fill(text);
    await field(name).press('Enter');
  };
  await enter('Namespace', 'shop');
  await block.getByText('Corrected by you').waitFor();
  await block.getByText('command not in the text · -n shop').waitFor();
  await enter('Cluster', 'staging');
  await page.getByText('This text shows 2 clusters.').waitFor();
  await page.getByRole('group', { name: 'Clusters in the text' }).getByRole('button', { name: 'staging' }).waitFor();
  await enter('Cluster', 'red-1');
  await page.getByText('This text shows 2 clusters.').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: /web-1/ }).first().waitFor();
  await field('Leave this part out').check();
  await page.getByRole('heading', { name: /web-1/ }).first().waitFor({ state: 'detached' });
  await block.getByText('left out').waitFor();
  await language(page, '中文').click();
  await drawer(page).getByText('你已更正').waitFor();
  await drawer(page).getByRole('button', { name: '恢复识别结果' }).click();
  await drawer(page).getByText('你已更正').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: /web-1/ }).first().waitFor();
});
