// The worker's half: runs after the same glue as in the page, with the module that the page compiled.
// The page posts that module, then calls: [id, name of an exported function, ...arguments].
// Answers: [id, result], or [id, null, { message, panic }] where panic is the panic's text, or null.
'use strict';
let ready;
let panic = null;
globalThis.portholePanic = (text) => { panic = text; };

onmessage = async ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    ready = wasm_bindgen({ module_or_path: data });
    ready.catch(() => {}); // each call reports it
    return;
  }
  const [id, name, ...args] = data;
  try {
    await ready;
    // A module that panicked has stopped half way: nothing it says from then on can be trusted.
    if (panic !== null) throw new Error('stopped by an earlier panic');
    const result = wasm_bindgen[name](...args);
    postMessage([id, result], result instanceof Uint8Array ? [result.buffer] : []);
  } catch (error) {
    postMessage([id, null, { message: String(error?.message ?? error), panic }]);
  }
};
