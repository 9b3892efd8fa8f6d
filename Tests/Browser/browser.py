"""Starts headless Chromium for the page checks; needs Debian's chromium and chromium-driver."""

import contextlib
import pathlib
import shutil
import sys

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
except ImportError:
    sys.exit("skipped: selenium is not installed (pip install -r Tests/Browser/requirements.txt)")


def pages(folder):
    """The pages of a folder in order of their names."""
    found = sorted(pathlib.Path(folder).resolve().glob("**/*.html"))
    if not found:
        sys.exit(f"error: no .html file in {folder}")
    return found


@contextlib.contextmanager
def chromium(scripts=True):
    """A browser without a network of its own, whose console and requests are recorded."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        sys.exit("skipped: chromium and chromium-driver are not installed (apt)")
    options = Options()
    options.binary_location = binary
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--hide-scrollbars", "--disable-component-update", "--no-first-run",
                 "--disable-background-networking", "--force-color-profile=srgb"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    session = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield session
    finally:
        session.quit()


def size(session, width, height=900):
    """Sets the viewport in CSS pixels, which may be narrower than a window can be."""
    session.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def scheme(session, name):
    """Makes the system light or dark."""
    session.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": name}]})
