#!/usr/bin/env bash
# Times `ketbook render` as whole processes: the lesson of 12 cells and two plots with nothing cached
# (target 0.5 s), and a lesson of 5 MB (target 3 s and 400 MB). Needs the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."
ketbook=$(swift build -c release --show-bin-path)/ketbook
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
passed=0
failed=0
verdict() { # name figure limit
  if awk "BEGIN { exit !($2 <= $3) }"; then passed=$((passed + 1)); echo "ok      $1: $2 (at most $3)"
  else failed=$((failed + 1)); echo "MISSED  $1: $2 (at most $3)"; fi
}
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

times=$(for _ in 1 2 3 4 5 6 7; do
  rm -rf "$out/pages"
  /usr/bin/env bash -c "TIMEFORMAT=%R; time '$ketbook' render Tests/Fixtures/Speed/12-cells.md --output '$out/pages' 2>/dev/null" 2>&1
done)
echo "seconds a render: $(echo $times)"
verdict "12 cells, two plots, seconds (median of 7)" "$(echo "$times" | median)" 0.5
verdict "12 cells, two plots, bytes" "$(wc -c <"$out/pages/12-cells.html")" 60000

mkdir "$out/lessons"
python3 - "$out/lessons/large.md" <<'P'
import sys
text, number = ["# Large\n\n"], 0
size = 0
while size < 5_000_000:
    number += 1
    part = (f"## Section {number}\n\nSome *prose* with $x_{{{number}}}$, `code` and a [link](b.html).\n\n"
            "| a | b |\n|---|---|\n| 1 | **2** |\n\n- one\n- two\n\n")
    text.append(part)
    size += len(part)
open(sys.argv[1], "w").write("".join(text))
P
read -r seconds kilobytes < <(python3 - "$ketbook" "$out" <<'P'
import resource, subprocess, sys, time
began = time.monotonic()
subprocess.run([sys.argv[1], "render", sys.argv[2] + "/lessons", "--output", sys.argv[2] + "/large"],
               check=True, stderr=subprocess.DEVNULL)
print(round(time.monotonic() - began, 3), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
P
)
verdict "5 MB lesson, seconds" "$seconds" 3
verdict "5 MB lesson, kilobytes of memory" "$kilobytes" 400000
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
