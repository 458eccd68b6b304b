// Starts the page: checks what it needs, unpacks the WebAssembly in this document and runs it.
// Old syntax on purpose: a browser that is too old must still understand the part that says so.
(function () {
  'use strict';
  const element = function (id) { return document.getElementById(id); };
  // Taken now, since the page may remove any element later; the glue is also the first part of the worker's script.
  const notice = element('boot-notice'), detail = element('boot-detail');
  const glue = element('glue').textContent, stub = element('worker').textContent;
  let started = false, shown = false;

  // Shows one of the notices that stand in the document. The first reason is the one that counts.
  function show(why, text) {
    if (shown) return;
    shown = true;
    const parts = notice.querySelectorAll('[data-why]');
    for (let i = 0; i < parts.length; i++) parts[i].hidden = parts[i].getAttribute('data-why') !== why;
    detail.textContent = text;
    if (started) notice.className += ' boot-over';
    else if (element('boot-loading')) element('boot-loading').hidden = true;
    notice.hidden = false;
    if (!notice.isConnected) document.body.appendChild(notice);
  }

  const missing = [];
  // The smallest module with a vector instruction (i8x16.splat).
  const vectors = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  if (typeof WebAssembly !== 'object') missing.push('WebAssembly');
  else if (!WebAssembly.validate(new Uint8Array(vectors))) missing.push('WebAssembly SIMD');
  if (typeof DecompressionStream !== 'function') missing.push('DecompressionStream');
  if (typeof Worker !== 'function' || typeof Blob !== 'function' || !window.URL || !URL.createObjectURL) missing.push('Blob Worker');
  if (typeof TextDecoder !== 'function') missing.push('TextDecoder');
  // The glue uses newer syntax; where that was not understood, its name does not exist.
  if (typeof wasm_bindgen === 'undefined') missing.push('JavaScript (ES2020)');
  if (missing.length) return show('browser', missing.join(', '));

  // Rust's panic hook calls this with the panic's text, in the page as in the worker (worker.js has its own).
  globalThis.portholePanic = function (text) { show('stopped', text); };
  // A trap without a panic (stack overflow, out of memory) reaches nobody else.
  addEventListener('error', function (event) {
    if (event.error instanceof WebAssembly.RuntimeError) show('stopped', String(event.error));
  });

  function fromBase64(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const chars = atob(text), bytes = new Uint8Array(chars.length);
    for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i);
    return bytes;
  }

  // The only way to a script address in this page: the policy lets nothing but blob: through.
  const scriptUrl = (function () {
    const check = function (url) {
      if (url.slice(0, 5) === 'blob:') return url;
      throw new TypeError('only blob: scripts');
    };
    if (!globalThis.trustedTypes) return check;
    const policy = trustedTypes.createPolicy('porthole', { createScriptURL: check });
    return function (url) { return policy.createScriptURL(url); };
  })();

  let module = null, workerUrl = null;
  globalThis.porthole = {
    // A worker with the page's own code: the same glue and the same compiled module. worker.js says how to talk to it.
    spawnWorker: function () {
      workerUrl = workerUrl || URL.createObjectURL(new Blob([glue, '\n', stub], { type: 'text/javascript' }));
      const worker = new Worker(scriptUrl(workerUrl));
      worker.postMessage(module);
      return worker;
    },
  };

  Promise.resolve().then(function () {
    // Not by fetch(): the page's policy forbids every connection, data: too.
    const packed = new Blob([fromBase64(element('wasm').textContent)]);
    return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  }).then(function (bytes) {
    return WebAssembly.compile(bytes);
  }).then(function (compiled) {
    module = compiled;
    return wasm_bindgen({ module_or_path: module });
  }).then(function () {
    started = true;
  }).catch(function (error) {
    show('start', String(error));
  });
})();
