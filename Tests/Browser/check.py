"""Checks pages in headless Chromium: axe-core, console, requests, scripts off, narrow screens.

    python3 Tests/Browser/check.py Output

Prints what failed and `N passed, M failed`; exits 1 on a failure and 2 where nothing was checked.
"""

import json
import pathlib
import sys

from browser import chromium, pages, scheme, size

AXE = """const done = arguments[0];
axe.run(document, {resultTypes: ["violations"]}).then(r => done(r.violations.map(v =>
  v.id + ": " + v.nodes.map(n => n.target.join(" ")).slice(0, 3).join(" | "))))"""

OVERFLOWING = """return [...document.querySelectorAll("body *")].filter(e => {
  if (e.closest("math, svg") || e.scrollWidth <= e.clientWidth + 1 || !e.clientWidth) return false;
  const x = getComputedStyle(e).overflowX;
  return (x == "auto" || x == "scroll") && e.tabIndex < 0;
}).map(e => e.outerHTML.slice(0, 120))"""

WIDER = """const w = document.documentElement.clientWidth;
return document.documentElement.scrollWidth <= w ? [] : [...document.querySelectorAll("body *")]
  .filter(e => e.getBoundingClientRect().right > w + 1).map(e => e.outerHTML.slice(0, 120))
  .slice(0, 3).concat("the page scrolls sideways")"""

LINKS = """return [...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href"))"""

FIGURES = """return [...document.querySelectorAll("figure")].filter(f => {
  const caption = f.querySelector("figcaption b"), svg = f.querySelector("svg");
  if (!caption || !/^(Figure|Table) \\d+/.test(caption.textContent)) return true;
  return svg && !(svg.getAttribute("role") == "img" && svg.getAttribute("aria-label"));
}).map(f => f.outerHTML.slice(0, 120))"""

DATA = """return [...document.querySelectorAll("figure svg")].filter(s =>
  !s.closest("figure").querySelector("details table")).map(s => s.getAttribute("aria-label"))"""

REPEATED = """const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
return ids.filter((id, i) => ids.indexOf(id) != i)"""

TEXT = """const m = document.querySelector("main").cloneNode(true);
m.querySelectorAll("button, script, #search").forEach(b => b.remove());
return m.textContent.replace(/\\s+/g, " ").trim()"""


class Report:
    """Counts checks and prints those that fail."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, page, name, faults):
        if faults:
            self.failed += 1
            print(f"FAILED {page.name}: {name}")
            for fault in faults:
                print(f"    {fault}")
        else:
            self.passed += 1


def axe_source():
    try:
        import axe_playwright_python
    except ImportError:
        sys.exit("skipped: axe-playwright-python is not installed")
    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def requests(session):
    """What the page asked for, but for itself and what it holds."""
    found = []
    for entry in session.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    return found


def broken_links(session, page, all_pages):
    ids = set(session.execute_script(
        "return [...document.querySelectorAll('[id]')].map(e => e.id)"))
    faults = []
    for link in session.execute_script(LINKS):
        path, _, fragment = link.partition("#")
        if not path and fragment and fragment not in ids:
            faults.append(f"{link} leads nowhere")
        if path and ":" not in path and len(all_pages) > 2:
            if not (page.parent / path.partition("?")[0]).exists():
                faults.append(f"{link} names no file")
    return faults


def with_scripts(session, page, report, axe, all_pages):
    session.get_log("performance")
    session.get_log("browser")
    session.get(page.as_uri())
    size(session, 1280)
    outside = [u for u in requests(session) if u != page.as_uri() and not u.startswith("data:")]
    report.check(page, "no request leaves the page", outside)
    console = [e["message"] for e in session.get_log("browser") if e["level"] in ("SEVERE", "WARNING")]
    report.check(page, "nothing on the console", console)
    report.check(page, "links lead somewhere", broken_links(session, page, all_pages))
    report.check(page, "no id stands twice", session.execute_script(REPEATED))
    report.check(page, "figures have number, caption and text", session.execute_script(FIGURES))
    report.check(page, "pictures have their data in a table", session.execute_script(DATA))

    session.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    session.get(page.as_uri())
    session.execute_script(axe)
    for colours in ("light", "dark"):
        scheme(session, colours)
        for width in (1280, 320):
            size(session, width)
            report.check(page, f"axe-core, {colours}, {width} px", session.execute_async_script(AXE))
    session.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    report.check(page, "axe-core, everything unfolded", session.execute_async_script(AXE))
    report.check(page, "what scrolls can be reached by keyboard", session.execute_script(OVERFLOWING))
    report.check(page, "nothing overflows at 320 px", session.execute_script(WIDER))
    session.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
    scheme(session, "light")
    size(session, 1280)
    session.get(page.as_uri())
    report.check(page, "the theme switch switches", theme_faults(session))
    text = session.execute_script(TEXT)
    if session.execute_script("return document.getElementById('search-index')"):
        report.check(page, "search finds sections and only those", search_faults(session, page))
    return text


SEARCH = """const i = document.getElementById("q");
i.value = arguments[0]; i.dispatchEvent(new Event("input"));
return [...document.querySelectorAll("#search li a")].map(a => a.href)"""


def search_faults(session, page):
    words = session.execute_script(
        "return JSON.parse(document.getElementById('search-index').textContent)"
        ".flatMap(l => l[2].flatMap(s => [s[1], s[2].split(' ').slice(0, 3).join(' ')]))"
        ".filter(t => t.trim())")
    faults = []
    for word in words[:40]:
        found = session.execute_script(SEARCH, word.upper())
        if not found:
            faults.append(f"'{word}' stands in the index and is not found")
        for link in found:
            path, _, _ = link.removeprefix("file://").partition("#")
            if not pathlib.Path(path).exists():
                faults.append(f"{link} names no file")
    if session.execute_script(SEARCH, "qqzzxx"):
        faults.append("a word that stands nowhere is found")
    session.execute_script(SEARCH, "")
    return faults


def theme_faults(session):
    background = "return getComputedStyle(document.documentElement).backgroundColor"
    before = session.execute_script(background)
    button = session.execute_script("return document.querySelector('.bar button')")
    if button is None:
        return ["there is no theme switch"]
    seen = {before}
    for _ in range(3):
        button.click()
        seen.add(session.execute_script(background))
    faults = [] if len(seen) == 2 else [f"backgrounds seen: {seen}"]
    if session.execute_script(background) != before:
        faults.append("three presses do not lead back")
    return faults


def without_scripts(session, page, report, text):
    session.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    session.get(page.as_uri())
    root = session.execute_cdp_cmd("DOM.getDocument", {})["root"]["nodeId"]
    buttons = session.execute_cdp_cmd(
        "DOM.querySelectorAll", {"nodeId": root, "selector": "button"})["nodeIds"]
    height = session.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["height"]
    session.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    # The document stays as it was laid out without scripts; only now may it be asked.
    same = session.execute_script(TEXT)
    faults = [] if not buttons else ["a button stands there that does nothing without scripts"]
    if same != text:
        faults.append("the text differs from the page with scripts")
    if height < 300:
        faults.append(f"the page is only {height} px high")
    report.check(page, "reads the same with scripts off", faults)


def main(folder):
    report = Report()
    axe = axe_source()
    all_pages = pages(folder)
    with chromium() as session:
        session.set_script_timeout(60)
        for page in all_pages:
            text = with_scripts(session, page, report, axe, all_pages)
            without_scripts(session, page, report, text)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(sys.argv[1]))
