# Sourced by ./taipan and tools/run in the root of the repository: installs the dependencies unless
# node_modules is what package-lock.json says. `npm ci` leaves a copy of the lock file in
# node_modules (the script `prepare`), so the check is one comparison of two files.
# A link is somebody else's node_modules, shared by several work trees: it is left alone.
if [ ! -h node_modules ] && ! cmp -s package-lock.json node_modules/.installed; then
  started=$(date +%s)
  log=$(mktemp)
  [ -t 2 ] && printf 'taipan: installing dependencies …' >&2
  if ! npm ci --no-audit --no-fund >"$log" 2>&1 </dev/null; then
    [ -t 2 ] && printf '\r' >&2
    echo 'taipan: installing dependencies failed (npm ci):' >&2
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  [ -t 2 ] && printf '\r' >&2
  echo "taipan: installed dependencies in $(($(date +%s) - started)) s  " >&2
fi
