#!/usr/bin/env bash
# The core and the terminal program must not pull in any crate of the web: the library's tests then need no browser.
set -euo pipefail
web='^(yew|web-sys|js-sys|wasm-bindgen|gloo)'
for features in "" cli; do
  crates=$(cargo tree --locked --no-default-features --features "$features" --edges normal --prefix none --format '{lib}' | sort -u | tr _ -)
  if found=$(grep -E "$web" <<<"$crates"); then
    printf 'features "%s" pull in: %s\n' "$features" "$(tr '\n' ' ' <<<"$found")" >&2
    exit 1
  fi
  printf 'features "%s": %d crates, none of the web\n' "$features" "$(grep -c . <<<"$crates")"
done
