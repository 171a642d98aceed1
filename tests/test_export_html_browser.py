"""The fact base as a page, in a browser: search, sorting, languages, keyboard, looks; it asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import CHROMIUM, CONTRASTS, PATIENCE, Seen, expect, playwright
from conftest import FACTS, ROOT
from pages import HOSTILE, page_of

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    Visit = Callable[..., "Seen"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield found
        found.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages as files, by the name of the fact base and the language of the exporter."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "hostile.toml").write_text(HOSTILE, "utf-8")
    bases = {"facts": FACTS, "story": ROOT / "tests" / "story.toml", "hostile": folder / "hostile.toml"}
    files = {}
    for name, path in bases.items():
        for lang in ("en", "zh") if name == "story" else ("en",):
            files[f"{name}-{lang}"] = folder / f"{name}-{lang}.html"
            files[f"{name}-{lang}"].write_text(page_of(path, lang), "utf-8")
    return files


@pytest.fixture
def visit(browser: Browser, written: dict[str, Path]) -> Iterator[Visit]:
    """Opens a page; whatever it was opened for, it asks for nothing else and complains of nothing."""
    opened: list[Seen] = []

    def visited(name: str = "story-en", place: str = "", width: int = 1400, **options: object) -> Seen:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(PATIENCE)
        seen = Seen(context.new_page(), [], [])
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.complaints.append(message.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("dialog", lambda dialog: (seen.complaints.append(dialog.message), dialog.dismiss()))
        address = written[name].as_uri()
        seen.page.goto(address + place)
        opened.append(seen)
        return seen

    yield visited
    for seen in opened:
        assert {url.partition("#")[0] for url in seen.requests} == {seen.requests[0].partition("#")[0]}
        assert seen.complaints == []
        seen.page.context.close()


def shown(found: Locator) -> str:
    return " ".join(found.inner_text().split())


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.innerText || document.activeElement.id")


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("cross-border financing", "finance.cross-border-financing"),
        ("FINANCINGS", "finance.cross-border-financing"),
        ("跨境融资", "finance.cross-border-financing"),
        ("跨境融資", "finance.cross-border-financing"),
        ("kuajing rongzi", "finance.cross-border-financing"),
        ("kuajingrongzi", "finance.cross-border-financing"),
        ("kjrz", "finance.cross-border-financing"),
        ("322亿美元", "overview.signed-value-total"),
        ("32.2 billion", "overview.signed-value-total"),
        ("2,243", "logistics.corridor-rail-sea-trains"),
        ("ｌatency ms", "ict.data-channel-latency"),
        ("43.2%", "trade.chongqing-asean-trade"),
        ("重庆的直飞航班", "aviation.flights-per-week"),
    ],
)
def test_a_fact_is_found_in_either_script(visit: Visit, query: str, fact: str) -> None:
    seen = visit("facts-en")
    seen.page.get_by_role("searchbox").fill(query)
    expect(seen.page.locator("article").first).to_be_attached()
    # a script of our own that waited would be refused by the page's policy
    expect(seen.page.locator("article[hidden]").first).to_be_attached()
    found = seen.facts()
    assert fact in found
    assert len(found) < 100
    assert seen.page.get_by_role("status").inner_text() == f"{len(found)} of 618 facts found"
    rows = "found => found.filter(each => !each.hidden).map(each => each.dataset.of)"
    assert seen.page.locator("tr[data-of]").evaluate_all(rows) == found


def test_what_is_not_found_is_said_and_all_comes_back(visit: Visit) -> None:
    seen = visit("story-zh")
    everything = seen.facts()
    count = seen.page.get_by_role("status").inner_text()
    assert count == f"共{len(everything)}项事实"
    assert seen.finds("没有这样的词", "没有找到。请减少字词，或换个说法。") == []
    assert (
        seen.page.locator("main > section").evaluate_all("all => all.filter(each => !each.hidden).length")
        == 0
    )
    assert seen.finds("", count) == everything


def test_the_query_and_the_language_are_kept_in_the_address(visit: Visit) -> None:
    seen = visit()
    seen.finds("港口", "2 of 7 facts found")
    seen.page.get_by_role("button", name="中文").click()
    address = seen.page.url
    assert address.endswith("#lang=zh&q=%E6%B8%AF%E5%8F%A3")
    again = visit(place=address.partition("#")[1] + address.partition("#")[2])
    assert again.facts() == seen.facts()
    assert again.page.locator("html").get_attribute("lang") == "zh"
    assert again.page.get_by_role("searchbox").input_value() == "港口"
    assert again.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_one_language_is_shown_and_the_other_at_a_press(visit: Visit) -> None:
    seen = visit()
    page, html = seen.page, seen.page.locator("html")
    chinese, english = (page.get_by_role("button", name=name) for name in ("中文", "English"))
    assert (html.get_attribute("lang"), page.title()) == ("en", page.locator("h1").inner_text())
    assert "列" not in shown(page.locator("[id='rail.trains'] .latest"))
    chinese.press("Space")
    assert (html.get_attribute("lang"), page.title()) == ("zh", page.locator("h1").inner_text())
    assert page.title().startswith("中新")
    assert [each.get_attribute("aria-pressed") for each in (english, chinese)] == ["false", "true"]
    assert "1500列" in shown(page.locator("[id='rail.trains'] .latest"))
    # the words of sources are not a matter of the language
    page.locator("[id='rail.trains'] summary").click()
    assert page.locator("[id='rail.trains'] q").first.inner_text() == "100 trains"
    page.get_by_role("link", name="全年开行班列").first.click()
    assert page.url.endswith("#rail.trains&lang=zh")


def test_a_link_to_a_fact_shows_it_even_where_a_query_hid_it(visit: Visit) -> None:
    seen = visit("facts-en", "#logistics.ports&lang=zh")
    page = seen.page
    article = page.locator("[id='logistics.ports']")
    expect(article).to_be_in_viewport()
    page.wait_for_timeout(200)
    assert 0 <= article.bounding_box()["y"] < 300
    seen.page.get_by_role("searchbox").fill("kjrz")
    expect(article).to_be_hidden()
    page.evaluate("location.hash = '#logistics.ports'")
    expect(article).to_be_visible()
    assert page.get_by_role("searchbox").input_value() == ""


def test_tables_are_sorted_by_their_headings_from_the_keyboard(visit: Visit) -> None:
    page = visit().page
    page.locator("[id='rail.trains'] summary").click()
    table = page.locator("[id='rail.trains'] table")
    times = table.locator("tbody th")
    before = times.all_inner_texts()
    button = table.get_by_role("button", name="Value")
    button.focus()
    orders = []
    for key in ("Enter", "Space", "Enter"):
        page.keyboard.press(key)
        heading = table.locator("thead th").nth(1)
        keys = table.locator("tbody td:nth-child(2)").evaluate_all("all => all.map(each => each.dataset.key)")
        orders.append((heading.get_attribute("aria-sort"), [float(each) for each in keys if each]))
        assert focused(page) == "Value"
    (first, rising), (second, falling), (third, _) = orders
    assert (first, second, third) == ("ascending", "descending", None)
    assert rising == sorted(rising)
    assert falling == sorted(rising, reverse=True)
    assert rising[0] < rising[-1]
    assert times.all_inner_texts() == before


def test_the_facts_of_a_topic_are_sorted_by_name_in_each_language_and_by_time(visit: Visit) -> None:
    page = visit("facts-en").page
    table = page.locator("section#finance table.facts")
    names, dates = table.locator("tbody th"), table.locator("tbody td:last-child")
    table.get_by_role("button", name="What is counted").click()
    assert names.all_inner_texts() == page.evaluate(
        "names => names.sort(new Intl.Collator('en', {numeric: true}).compare)", names.all_inner_texts()
    )
    page.get_by_role("button", name="中文").click()
    table.get_by_role("button", name="时间").click()
    assert table.locator("[aria-sort]").count() == 1
    ends = [each.split("/")[-1].replace("\n", "").replace("-", "") for each in dates.all_inner_texts()]
    closed = [each + ("1231" if len(each) == 4 else "31" if len(each) == 6 else "") for each in ends]
    assert closed == sorted(closed)


def test_the_keyboard_alone_goes_everywhere(visit: Visit) -> None:
    page = visit().page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the facts")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="MIT License")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type("ports")
    expect(page.get_by_role("status")).to_have_text("2 of 7 facts found", use_inner_text=True)
    page.keyboard.press("Tab")
    assert focused(page) == "English"
    skip.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page:main"
    summary = page.locator("[id='rail.ports'] summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id='rail.ports'] table")).to_be_visible()


def test_all_quotes_open_and_close_at_once(visit: Visit) -> None:
    page = visit().page
    button = page.get_by_role("button", name="Open all quotes")
    opened = "all => [all.filter(each => each.open).length, all.length]"
    for whole in (True, False):
        button.click()
        some, every = page.locator("article details").evaluate_all(opened)
        assert some == (every if whole else 0)
        assert button.get_attribute("aria-pressed") == str(whole).lower()


def test_what_it_is_called_aloud(visit: Visit) -> None:
    page = visit("story-zh").page
    for role, name in (
        ("navigation", "目录"),
        ("group", "语言"),
        ("region", "铁路 5项事实"),
        ("searchbox", "查找"),
    ):
        expect(page.get_by_role(role, name=name, exact=False).first).to_be_attached()
    drawing = page.get_by_role("img").first.aria_snapshot()
    assert drawing.startswith('- img "由100列（2017）至1000列（2021）')


@pytest.mark.parametrize(("width", "lang"), [(320, "en"), (360, "en"), (360, "zh"), (1400, "zh")])
def test_nothing_is_wider_than_the_screen(visit: Visit, width: int, lang: str) -> None:
    page = visit("facts-en", f"#lang={lang}", width).page
    page.get_by_role("button", name="Open all quotes" if lang == "en" else "展开全部引文").click()
    page.evaluate(
        "document.querySelectorAll('article').forEach(each => each.style.contentVisibility = 'visible')"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width
    beyond = """([width]) => [...document.querySelectorAll('body *')]
      .filter(each => each.checkVisibility() && !each.closest('.unseen, .skip, svg'))
      .filter(each => each.getBoundingClientRect().right > width + 1
        || each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display === 'block')
      .map(each => each.outerHTML.slice(0, 90)).slice(0, 5)"""
    assert page.evaluate(beyond, [width]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out(visit: Visit, scheme: str) -> None:
    page = visit(color_scheme=scheme).page
    page.get_by_role("button", name="Open all quotes").click()
    page.locator(".reading summary").click()
    found = page.evaluate(CONTRASTS)
    assert len(found) > 100
    assert [each for each in found if each[0] < 4.5] == []
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 20, 23)"
    assert dark == (scheme == "dark")


def test_a_print_holds_everything_and_no_controls(visit: Visit) -> None:
    page = visit(color_scheme="dark").page
    page.emulate_media(media="print")
    for gone in ("[id='page:controls']", "nav", ".skip", "article summary"):
        expect(page.locator(gone).first).to_be_hidden()
    unseen = "all => all.filter(each => !each.getBoundingClientRect().height).length"
    assert page.locator("article q").evaluate_all(unseen) == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert [each for each in page.evaluate(CONTRASTS) if each[0] < 4.5] == []
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_scripts_everything_can_be_read(visit: Visit) -> None:
    page = visit("story-zh", java_script_enabled=False).page
    expect(page.get_by_role("searchbox")).to_be_hidden()
    assert page.locator("button:visible").count() == 0
    assert page.locator("article:visible").count() == page.locator("article").count()
    assert shown(page.locator("[id='rail.trains'] h3")).startswith("全年开行班列")
    page.locator("[id='rail.trains'] summary").click()
    expect(page.locator("[id='rail.trains'] q").first).to_be_visible()


def test_nothing_in_a_fact_base_runs(visit: Visit) -> None:
    seen = visit("hostile-en")
    seen.page.get_by_role("button", name="Open all quotes").click()
    seen.page.get_by_role("button", name="中文").click()
    assert seen.finds("<script>alert(6)</script>", "在1项事实中找到1项") == ["port.ships"]
    assert seen.page.locator("script").count() == 1


def test_the_browser_itself_lets_nothing_in_or_out(browser: Browser, written: dict[str, Path]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(written["story-en"].as_uri())
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: asked.append(f"{request.url} {request.failure}"))
    refused = page.evaluate("""async () => {
      const refused = [];
      addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
      const image = document.createElement("img");
      image.src = "https://example.org/seen.png";
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.body.append(image, script, style);
      await fetch("https://example.org/").catch(() => 0);
      await new Promise((done) => setTimeout(done, 200));
      return [...refused.sort(), window.ran ?? "not run"];
    }""")
    assert refused == ["connect-src", "img-src", "script-src-elem", "style-src-elem", "not run"]
    assert all(each.endswith(" csp") for each in asked)
    context.close()
