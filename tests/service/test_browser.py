"""The pages in headless Chromium, on a wide screen and on a telephone."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect, sync_playwright

from service.app import create_app
from service.web.page import STATIC
from service.workspace import Workspace

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = [1280, 390]
NEED = "14-årig dreng er holdt op med at komme i skole, mor er alene og taler kun somali"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on the PATH; see `make browser`"),
]
with_scripts = pytest.mark.skipif(
    not (STATIC / "build" / "app.js").is_file(), reason="the scripts are not built; see `make web`"
)


@pytest.fixture(scope="module")
def address(workspace: Workspace) -> Iterator[str]:
    """A real server beside the tests."""
    config = uvicorn.Config(create_app(workspace), port=0, log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A Danish visitor's page; it must neither scroll sideways nor complain."""
    width: int = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale="da-DK", base_url=address
    )
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" else None
    )
    yield opened
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    context.close()


def spreadsheet(path: Path, partner: str, phone: str) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name of the partner", "Website, contacts", "Main fields, activities"])
    sheet.append([partner, phone, "Boat building for young people who skip school"])
    book.save(path)
    return path


def ask(page: Page, text: str) -> None:
    page.goto("/")
    page.get_by_label("Hvad drejer det sig om?").fill(text)
    page.get_by_role("button", name="Find hjælp").click()
    expect(page.locator("#found")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("path", ["/", "/partner", "/partner/org-nightbuoy", "/network", "/import"])
def test_a_page_fits_the_screen_and_everything_to_touch_is_large(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("h1")).to_be_visible()
    for control in page.locator("button:visible, select:visible, summary:visible, nav a").all():
        box = control.bounding_box()
        assert box is None or box["height"] >= 44, control.inner_text()


def test_asking_in_danish_finds_a_swedish_service(page: Page) -> None:
    ask(page, NEED)
    swedish = page.locator("article.hit").filter(has=page.locator("h3[lang=sv]")).first
    expect(swedish).to_contain_text("svensk")
    expect(swedish).to_contain_text("somali")
    expect(swedish.locator("a[href^='tel:'], a[href^='mailto:']").first).to_be_visible()
    assert page.url.endswith("/")


def test_a_chip_is_switched_off_and_on_by_keyboard(page: Page) -> None:
    ask(page, NEED)
    chip = page.locator("button.chip[value=age]")
    expect(chip).to_have_attribute("aria-pressed", "true")
    chip.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "false")
    # The new answer stands there a moment before htmx lets go of the request.
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    chip.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_the_options_hold(page: Page) -> None:
    page.goto("/")
    page.get_by_text("Alder, område, sprog og mere").click()
    page.get_by_label("Alder i år").fill("9")
    page.get_by_label("Sprog, der tales").select_option("so")
    page.get_by_label("Hvad drejer det sig om?").fill("noget at lave efter skole")
    page.get_by_role("button", name="Find hjælp").click()
    expect(page.locator("#found")).to_be_visible(timeout=30_000)
    assert page.locator(".hits .misfit").count() == 0


def test_the_answer_prints_without_controls(page: Page) -> None:
    ask(page, NEED)
    page.emulate_media(media="print")
    expect(page.locator("form#ask")).to_be_hidden()
    expect(page.locator("article.hit").first).to_be_visible()
    page.emulate_media(media="screen")


def test_the_skip_link_comes_first(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@with_scripts
def test_importing_a_spreadsheet_brings_its_partner(page: Page, tmp_path: Path) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    partner, phone = {1280: ("Bådeværftet Måge", "00 77 11"), 390: ("Terne Sejlklub", "00 55 22")}[
        width
    ]
    page.goto("/import")
    page.locator("#files").set_input_files(spreadsheet(tmp_path / "map.xlsx", partner, phone))
    page.get_by_role("button", name="Importér").click()
    expect(page.get_by_role("heading", name="Importeret")).to_be_visible(timeout=60_000)
    page.goto("/partner")
    page.get_by_label("Navn").fill(partner.partition(" ")[0])
    page.get_by_role("link", name=partner).click()
    expect(page.locator("h1")).to_have_text(partner)
    expect(page.get_by_text(phone).first).to_be_visible()


@with_scripts
def test_a_rejected_proposal_is_gone(page: Page) -> None:
    page.goto("/import")
    first = page.locator("li.proposal").first
    id_ = first.locator("input[name=ids]").get_attribute("value")
    first.locator("input[name=ids]").check()
    expect(first.locator("blockquote").first).to_be_visible()
    page.get_by_role("button", name="Afvis markerede").click()
    expect(page.locator("#proposals [role=status]")).to_contain_text("1 forslag afvist")
    page.reload()
    assert page.locator(f"input[name=ids][value='{id_}']").count() == 0


@with_scripts
def test_the_network_is_drawn_filtered_and_walked(page: Page) -> None:
    page.goto("/network")
    page.wait_for_selector("[data-drawn]", timeout=30_000)
    page.get_by_label("Part", exact=True).fill("PPR Aldermark")
    expect(page.locator("#side h2")).to_have_text("PPR Aldermark")
    expect(page.locator("tr[data-iri]")).to_have_count(1)
    page.locator("#side a[data-node]").first.click()
    expect(page.locator("#side h2")).not_to_have_text("PPR Aldermark")
    assert "/network" in page.url


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_works_without_scripts(
    browser: Browser, address: str, tmp_path: Path, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        locale="da-DK",
        base_url=address,
        java_script_enabled=False,
    )
    page = context.new_page()
    ask(page, NEED)
    page.locator("button.chip[value=age]").click()
    expect(page.locator("button.chip[value=age]")).to_have_attribute("aria-pressed", "false")
    partner, phone = {1280: ("Stille Havn", "00 33 66"), 390: ("Nordlys Hytte", "00 44 99")}[width]
    page.goto("/import")
    page.locator("#files").set_input_files(spreadsheet(tmp_path / "map.xlsx", partner, phone))
    page.get_by_role("button", name="Importér").click()
    expect(page.get_by_role("heading", name="Importeret")).to_be_visible(timeout=60_000)
    page.goto(f"/partner?q={partner.lower()}")
    expect(page.get_by_role("link", name=partner)).to_be_visible()
    page.goto("/network")
    expect(page.locator(".net")).to_be_hidden()
    assert page.locator("tr[data-iri]").count() > 50
    context.close()
