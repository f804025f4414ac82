#!/usr/bin/env bash
# Builds the web application into the folder given, when it is missing there or older than its sources. Where that cannot
# be done, the program is built without it, with a warning; WEB_REQUIRED=true makes it an error.
set -euo pipefail
out=$1
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../web"

leave_out() {
  echo "[WARNING] The web application is left out: $1" >&2
  [ "${WEB_REQUIRED:-false}" != true ] || exit 1
  exit 0
}

if [ -f "$out/files.txt" ] && [ -z "$(find . -name node_modules -prune -o -type f -newer "$out/files.txt" -print -quit)" ]; then
  exit 0
fi
command -v npm >/dev/null || leave_out "it needs Node 20.19 or newer with npm, and there is none."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# What is installed is what was locked when it was installed.
if ! cmp -s package-lock.json node_modules/.pairgraph-lock; then
  npm ci --prefer-offline >"$log" 2>&1 || { cat "$log" >&2; leave_out "its libraries could not be fetched."; }
  cp package-lock.json node_modules/.pairgraph-lock
fi
npm run --silent build -- --outDir "$out" --emptyOutDir >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
