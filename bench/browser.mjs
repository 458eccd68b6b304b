// Times the reader beside JSON.parse on the same bytes in the same Chromium. Run by `make bench`; needs target/bench/.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const RUNS = 7;
const FILES = { 'get pods -A -o json': 'target/bench/pods.json', 'the same, minified': 'target/bench/pods-minified.json' };

const glue = await readFile('target/bench/bench.js', 'utf8');
const wasm = await readFile('target/bench/bench_bg.wasm', 'base64');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  console.log(`Chromium ${browser.version()}, medians of ${RUNS}; × is the time of JSON.parse on the same bytes, decoded first, as the reader does`);
  for (const [name, file] of Object.entries(FILES)) {
    const page = await browser.newPage();
    await page.setContent('<input type="file">');
    await page.setInputFiles('input', file);
    await page.evaluate(`${glue}\nglobalThis.bench = wasm_bindgen; 0`);
    const { megabytes, decode, parse, read, cluster } = await page.evaluate(async ({ wasm, RUNS }) => {
      await bench({ module_or_path: Uint8Array.from(atob(wasm), (it) => it.charCodeAt(0)) });
      const input = document.querySelector('input').files[0];
      const text = await input.text();
      const bytes = new Uint8Array(await input.arrayBuffer());
      if (bench.pods(bytes) !== JSON.parse(text).items.length) throw new Error('the reader did not find every pod');
      const median = (call) => {
        const times = [];
        for (let n = 0; n < RUNS; n++) {
          const start = performance.now();
          call();
          times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b)[RUNS >> 1];
      };
      return { megabytes: bytes.length / 1e6, decode: median(() => new TextDecoder().decode(bytes)), parse: median(() => JSON.parse(new TextDecoder().decode(bytes))), read: median(() => bench.records(bytes)), cluster: median(() => bench.pods(bytes)) };
    }, { wasm, RUNS });
    const beside = (time) => `${time.toFixed(0)} ms (${(time / parse).toFixed(2)} ×)`;
    console.log(`${name.padEnd(24)}${megabytes.toFixed(1)} MB   JSON.parse ${parse.toFixed(0)} ms (${decode.toFixed(0)} of them decoding)   read ${beside(read)}   to a cluster ${beside(cluster)}`);
    await page.close();
  }
} finally {
  await browser.close();
}
