#!/usr/bin/env bash
# Builds dist/porthole.html. Needs the tools on PATH (the Makefile puts them there).
set -euo pipefail
cd "$(dirname "$0")/.."
log=target/trunk.log
mkdir -p target

cargo fetch --locked --quiet

# Vector instructions (browsers of 2021, Safari of 2023): reading is a quarter faster, and the module smaller.
# Panic messages carry source paths. Neutral ones keep this machine and its registry out of the page,
# and one commit gives the same bytes wherever it is built.
flags="-C target-feature=+simd128"
flags+=" --remap-path-prefix=$PWD=porthole --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=rust"
for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
  flags+=" --remap-path-prefix=$registry=crates"
done
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags

# Trunk's log is cargo's progress and colour codes; it matters only when something fails.
if ! trunk build >"$log" 2>&1; then cat "$log" >&2; exit 1; fi
node scripts/order.mjs target/trunk/page_bg.wasm target/named.wasm
# shellcheck disable=SC2046 # the features that the module may use, as index.html tells them to Trunk
wasm-opt --reorder-functions-by-name $(grep -o -e '--enable-[a-z-]*' index.html) target/named.wasm -o target/trunk/page_bg.wasm
esbuild target/trunk/page.js --minify --charset=utf8 --log-level=warning --allow-overwrite --outfile=target/trunk/page.js
esbuild styles/main.css --bundle --minify --charset=utf8 --log-level=warning --outfile=target/trunk/page.css
cargo run --locked --quiet -p pack -- . target/trunk dist/porthole.html
