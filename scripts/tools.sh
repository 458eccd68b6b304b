#!/usr/bin/env bash
# Installs what the build and the tests need, says what and why, and reuses what is there.
# usage: scripts/tools.sh build|test   then put the folder that `scripts/tools.sh path` prints on PATH.
# Tools live in a per-version cache outside the checkout: $PORTHOLE_TOOLS, else ~/.cache/porthole-tools.
set -euo pipefail

TRUNK=0.21.14          # newest that builds with the pinned rustc
WASM_BINDGEN=0.2.120   # must equal the wasm-bindgen crate in Cargo.lock; newer ones cannot be installed with --locked
BINARYEN=132.0.0       # ships wasm-opt; Debian's is too old for today's rustc output
ESBUILD=0.28.2   # only its minifier: the same input gives the same bytes, unlike Trunk's
NEXTEST=0.9.143

cache=${PORTHOLE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/porthole-tools}
say() { printf '[tools] %s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null 2>&1; }

# One crate's binary at one version, in a folder of its own.
cargo_tool() { # crate version binary why minutes
  local dir="$cache/$1-$2"
  if [ -x "$dir/bin/$3" ]; then return; fi
  if need cargo-binstall; then
    say "$1 $2: $4; fetched as a prebuilt binary"
    cargo binstall --no-confirm --root "$dir" --version "$2" "$1" && return
  fi
  say "$1 $2: $4; built from the crates registry, about $5 minutes on two cores, once"
  CARGO_TARGET_DIR="$cache/build" cargo install --locked --quiet --root "$dir" "$1@$2"
}

npm_tool() { # package version binary why
  local dir="$cache/$1-$2"
  if [ -x "$dir/node_modules/.bin/$3" ]; then return; fi
  say "$1 $2: $4; from the npm registry, under a minute"
  mkdir -p "$dir"
  npm install --silent --no-audit --no-fund --no-save --prefix "$dir" "$1@$2" >&2
}

debian() { # why package...
  local why=$1 missing=() p; shift
  for p in "$@"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
  [ ${#missing[@]} -eq 0 ] && return
  if ! need apt-get || [ "$(id -u)" -ne 0 ]; then
    say "missing: ${missing[*]} ($why). Install them as root and run this again."; exit 1
  fi
  say "${missing[*]}: $why; from Debian's packages"
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

build_tools() {
  need cargo || { say "cargo is missing: install Rust with rustup first (https://rustup.rs)"; exit 1; }
  need npm || { say "npm is missing: install Node.js 20 or newer"; exit 1; }
  if ! rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown; then
    say "wasm32-unknown-unknown: the page's code is WebAssembly; through rustup"
    rustup target add wasm32-unknown-unknown >&2
  fi
  cargo_tool trunk "$TRUNK" trunk "bundles the page" 8
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen "writes the glue between script and WebAssembly" 4
  npm_tool binaryen "$BINARYEN" wasm-opt "makes the WebAssembly smaller"
  npm_tool esbuild "$ESBUILD" esbuild "makes scripts and styles smaller"
}

test_tools() {
  need cargo-nextest || cargo_tool cargo-nextest "$NEXTEST" cargo-nextest "runs the Rust tests" 6
  debian "the browser tests drive a real browser" chromium
  debian "Chinese text in the browser tests and screenshots" fonts-noto-cjk
  if [ ! -d node_modules/playwright-core ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "npm packages of package.json: drive the browser in tests"
    npm ci --silent --no-audit --no-fund >&2
  fi
}

case ${1:-} in
  build) build_tools ;;
  test) build_tools; test_tools ;;
  path) printf '%s' "$cache/trunk-$TRUNK/bin:$cache/wasm-bindgen-cli-$WASM_BINDGEN/bin:$cache/binaryen-$BINARYEN/node_modules/.bin:$cache/esbuild-$ESBUILD/node_modules/.bin:$cache/cargo-nextest-$NEXTEST/bin" ;;
  *) echo "usage: scripts/tools.sh build|test|path" >&2; exit 2 ;;
esac
