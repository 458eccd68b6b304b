#!/usr/bin/env bash
# Fuzzes one family of formats: fuzz/run.sh text|table|describe|json|yaml|log|archive [seconds]
# Needs a nightly toolchain and cargo-fuzz; nothing of `make` does. Starts from the tests' own texts; what it finds lies in fuzz/artifacts
# and becomes a case of the tests of that format.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1 seconds=${2:-600}
mkdir -p "fuzz/corpus/$target"
exec cargo +nightly fuzz run --sanitizer none "$target" "fuzz/corpus/$target" tests/corpus tests/rules -- \
  -max_total_time="$seconds" -max_len=20000 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1
