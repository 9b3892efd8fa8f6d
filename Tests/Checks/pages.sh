#!/usr/bin/env bash
# Looks at the course's pages, and at sample pages with every kind of output, in headless Chromium and
# with the Nu validator. Installs what it needs: Debian's chromium, chromium-driver and a Java runtime,
# and Tests/Browser/requirements.txt from PyPI in an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v chromedriver >/dev/null || missing="$missing chromium-driver"
command -v java >/dev/null || missing="$missing default-jre-headless"
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
  # shellcheck disable=SC2086
  $sudo apt-get install -y -qq $missing >"$tools/apt.log" 2>&1 ||
    { tail -5 "$tools/apt.log"; exit 1; }
fi
python3 -m venv "$tools/venv"
"$tools/venv/bin/pip" install -q --disable-pip-version-check -r Tests/Browser/requirements.txt
python="$tools/venv/bin/python"

KETBOOK_PAGES="$tools/pages" swift test --filter LessonSiteTests.PageTests >"$tools/test.log" 2>&1 ||
  { tail -20 "$tools/test.log"; exit 1; }

for folder in Output "$tools/pages"; do
  echo "$folder in the browser"
  "$python" Tests/Browser/check.py "$folder"
  echo "$folder in the validator"
  "$python" Tests/Browser/validate.py "$folder"
done

echo "PDF"
swift build --product ketbook >"$tools/build.log" 2>&1 || { tail -20 "$tools/build.log"; exit 1; }
"$(swift build --show-bin-path)/ketbook" render --pdf --output "$tools/pdf" 2>/dev/null
for page in "$tools"/pdf/[0-9]*.html; do
  head -c 4 "${page%.html}.pdf" | grep -q %PDF || { echo "FAILED: no PDF of $page"; exit 1; }
done
echo "$(ls "$tools"/pdf/*.pdf | wc -l) passed, 0 failed"
