#!/usr/bin/env bash
# Runs the preflight twice, the second time as SARIF, and answers with its exit code.
# Reads PACKAGE, CATEGORY (one a line), SUBJECT, BASELINE, SARIF, FAIL from the environment, so that no
# value is ever part of a command line that a shell reads.
set -uo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
fangxing="${FANGXING:-$root/tools/fangxing.mjs}"

arguments=(preflight "$PACKAGE" --subject "$SUBJECT")
while IFS= read -r name; do
  if [ -n "$name" ]; then arguments+=(--category "$name"); fi
done <<<"$CATEGORY"
if [ -n "$BASELINE" ]; then arguments+=(--baseline "$BASELINE"); fi

node "$fangxing" "${arguments[@]}"
code=$?
if [ "$code" -le 1 ]; then node "$fangxing" "${arguments[@]}" --format sarif >"$SARIF"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "exit-code=$code" >>"$GITHUB_OUTPUT"; fi
if [ "$code" -eq 1 ] && [ "$FAIL" != 'true' ]; then code=0; fi
exit "$code"
