#!/usr/bin/env bash
# What the tests need beside Python packages: a Chromium, fonts for Chinese, the library that Playwright's node links to, OpenCC's own test cases.
# Looks for each; installs what is missing where it can (Debian, Ubuntu), and says what to install where it cannot.
set -euo pipefail
python="$1"

# Under a name of its own: a function called `chromium` would be found instead of the program.
has_browser() {
  local name
  for name in "${CASEBOOK_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] && [ -n "$(type -P -- "$name")" ] && return 0
  done
  return 1
}

# The driver is a program that Playwright ships; whether it runs is what matters, whatever it lacks.
driver_starts() {
  "$python" -c 'from playwright._impl._driver import compute_driver_executable, get_driver_env
import subprocess
subprocess.run([*compute_driver_executable(), "--version"], env=get_driver_env(), check=True, capture_output=True)' >/dev/null 2>&1
}

has_fonts() {
  [ "$(uname)" != Linux ] || { [ -n "$(type -P fc-list)" ] && [ -n "$(fc-list :lang=zh-tw)" ]; }
}

missing=()
has_browser || missing+=(chromium)
has_fonts || missing+=(fontconfig fonts-noto-cjk)
driver_starts || missing+=(libatomic1)

if [ ${#missing[@]} -gt 0 ]; then
  if [ -z "$(type -P apt-get)" ]; then
    echo "The browser tests need: ${missing[*]} (Debian's names). Install them, or set CASEBOOK_CHROMIUM to a Chromium or Chrome; then run \`make test\` again." >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    if [ -z "$(type -P sudo)" ]; then
      echo "The browser tests need: ${missing[*]}. Ask whoever is root here to run: apt-get install ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing what the browser tests need: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  # The browser without its windows is smaller and faster, where the system has it.
  if [ -n "$(apt-cache search --names-only '^chromium-headless-shell$')" ]; then
    missing=("${missing[@]/%chromium/chromium-headless-shell}")
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# What was installed must really be there and start, or this machine is not ready.
for need in has_browser has_fonts driver_starts; do
  if ! "$need"; then
    echo "The machine is not ready for the browser tests ($need fails). Install a Chromium, CJK fonts and libatomic1, then run \`make test\` again." >&2
    exit 1
  fi
done

"$python" tests/fetch_opencc_cases.py
