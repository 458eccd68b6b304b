// What leaves the page as a file.
(function () {
  'use strict';
  const porthole = globalThis.porthole;
  if (!porthole) return;

  // The picture's rules, every custom property filled in: no program but a browser knows those.
  porthole.pictureStyle = function () {
    const root = getComputedStyle(document.documentElement);
    let css = '';
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        const of = rule.selectorText || '';
        if (/\.dg-/.test(of) && !/:(hover|focus|active)|dg-(bar|tool|legend|focus|selected)/.test(of)) css += rule.cssText;
      }
    }
    return css.replace(/var\((--[\w-]+)[^()]*\)/g, function (_, name) { return root.getPropertyValue(name); }).replace(/\s+/g, ' ');
  };

  // What the camera shows: x, y, width, height in the scene's units.
  porthole.seen = function () {
    const canvas = document.querySelector('.dg-canvas');
    return canvas && (canvas.getAttribute('viewBox') || canvas.dataset.viewBox) || '';
  };

  function save(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  porthole.saveText = function (name, type, text) { save(name, new Blob([text], { type: type + ';charset=utf-8' })); };

  // At twice its size or 4096 pixels wide, as far as browsers have canvases of that size.
  porthole.savePng = function (name, svg) {
    const image = new Image();
    return new Promise(function (done, fail) {
      image.onload = done;
      image.onerror = fail;
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    }).then(function () {
      const w = image.naturalWidth, h = image.naturalHeight, canvas = document.createElement('canvas');
      const scale = Math.min(Math.max(2, 4096 / w), 16000 / w, 16000 / h, Math.sqrt(1.2e8 / w / h));
      canvas.width = Math.round(w * scale);
      canvas.height = Math.round(h * scale);
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise(function (done) { canvas.toBlob(done); });
    }).then(function (blob) {
      URL.revokeObjectURL(image.src);
      if (!blob) throw new Error('no canvas of this size');
      save(name, blob);
    });
  };
})();
