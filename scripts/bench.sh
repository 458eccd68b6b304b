#!/usr/bin/env bash
# How fast the reader is: natively, and as it is built for the page, in Chromium. Needs the tools on PATH (the Makefile puts them there).
set -euo pipefail
cd "$(dirname "$0")/.."
echo "== natively"
cargo bench --locked --quiet -p bench --profile cli --bench native
echo "== in Chromium"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-feature=+simd128"
cargo build --locked --quiet --release -p bench --target wasm32-unknown-unknown
wasm-bindgen --target no-modules --no-typescript --out-dir target/bench target/wasm32-unknown-unknown/release/bench.wasm
# shellcheck disable=SC2046 # the features that the module may use, as index.html tells them to Trunk
wasm-opt -Oz $(grep -o -e '--enable-[a-z-]*' index.html) target/bench/bench_bg.wasm -o target/bench/bench_bg.wasm
node bench/browser.mjs
