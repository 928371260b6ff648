#!/usr/bin/env bash
# What the tests need beside Python packages: a Chromium, fonts for Chinese, OpenCC's own test cases.
set -euo pipefail
python="$1"

chromium() {
  for name in "${CASEBOOK_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

missing=()
chromium || missing+=(chromium)
if [ "$(uname)" = Linux ] && ! { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-tw)" ]; }; then
  missing+=(fontconfig fonts-noto-cjk)
fi
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "The browser tests need: ${missing[*]}. Install them, or set CASEBOOK_CHROMIUM to a Chromium or Chrome." >&2
    exit 1
  fi
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

"$python" tests/fetch_opencc_cases.py
