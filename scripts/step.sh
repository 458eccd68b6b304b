#!/usr/bin/env bash
# Runs one step of `make test`: says which, shows all its output, and says how long it took.
# usage: scripts/step.sh "what" command...
set -uo pipefail
what=$1; shift
printf '\n== %s\n' "$what"
start=$SECONDS
"$@"
code=$?
if [ $code -eq 0 ]; then printf '== %s: ok, %d s\n' "$what" $((SECONDS - start)); else printf '== %s: FAILED (%d), %d s\n' "$what" $code $((SECONDS - start)); fi
exit $code
