"""Takes pictures of pages for the eye: wide and narrow, light and dark, and as PDF.

    python3 Tests/Browser/pictures.py Output /tmp/pictures
"""

import base64
import pathlib
import sys

from browser import chromium, pages, scheme, size


def main(folder, target):
    target = pathlib.Path(target)
    target.mkdir(parents=True, exist_ok=True)
    with chromium() as session:
        for page in pages(folder):
            session.get(page.as_uri())
            for colours in ("light", "dark"):
                for width in (1280, 320):
                    size(session, width)
                    scheme(session, colours)
                    height = session.execute_script("return document.documentElement.scrollHeight")
                    size(session, width, height)
                    picture = session.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
                    (target / f"{page.stem}-{colours}-{width}.png").write_bytes(
                        base64.b64decode(picture["data"]))
            scheme(session, "dark")
            pdf = session.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
            (target / f"{page.stem}.pdf").write_bytes(base64.b64decode(pdf["data"]))
            print(f"{page.name}: 4 pictures and a PDF in {target}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
