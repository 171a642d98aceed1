"""A page in a browser, for tests: what it asks for, what it complains of, and what is seen of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

playwright = pytest.importorskip("playwright.sync_api")
if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
expect = playwright.expect
#: A slow machine is no fault of the page, in milliseconds.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)

#: For every text that is seen, how it stands out from what is behind it (WCAG 2.2, 1.4.3), and where.
CONTRASTS = """() => {
  const channel = (v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const ground = (each) => {
    for (; each; each = each.parentElement) {
      const colour = rgb(getComputedStyle(each).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility()
    && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
  ).map((each) => {
    const style = getComputedStyle(each);
    const ink = light(rgb(each.tagName === "text" ? style.fill : style.color)), behind = light(ground(each));
    return [(Math.max(ink, behind) + .05) / (Math.min(ink, behind) + .05), each.outerHTML.slice(0, 80)];
  });
}"""


class Seen(NamedTuple):
    """A page with what its browser asked for and complained of."""

    page: Page
    requests: list[str]
    complaints: list[str]

    def facts(self) -> list[str]:
        """The ids of the facts that are shown."""
        shown = "found => found.filter(each => each.checkVisibility()).map(each => each.id)"
        return self.page.locator("article").evaluate_all(shown)

    def finds(self, query: str, count: str) -> list[str]:
        """The facts that a query leaves, once the page has said how many there are."""
        self.page.get_by_role("searchbox").fill(query)
        expect(self.page.get_by_role("status")).to_have_text(count, use_inner_text=True)
        return self.facts()
