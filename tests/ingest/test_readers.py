"""Every format gives the same blocks, whatever wrote it and however it is called."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Block, Reading
from ingest.readers import read


def reading_of(path: Path, data: bytes | str) -> Reading:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = read(path)
    assert isinstance(found, Reading)
    return found


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def docx_bytes() -> bytes:
    document = docx.Document()
    document.add_heading("Harbour network", 1)
    document.add_paragraph("We meet twice a year.")
    document.add_paragraph("schools", style="List Bullet")
    document.add_paragraph("clubs", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(
        table.rows, (("Partner", "Phone"), ("Bridge", "00 00 11 22")), strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_bytes(pages: int = 1) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, 810, f"Yearbook of the harbour town, page {number}")
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 760, f"Chapter {number}")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 730, "The youth workers meet every week and they co-")
        canvas.drawString(72, 715, f"ordinate what the {'abcdefgh'[number]} schools offer.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def xlsx_bytes() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Partners"
    first.append(["Our partners", None])
    first.append(["Name", "Phone"])
    first.append(["Bridge", "00 00 11 22"])
    book.create_sheet("Cooperation").append(["Partner", "With"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_text_gives_headings_paragraphs_items_pairs_and_rows(tmp_path: Path) -> None:
    text = (
        "Harbour network\n\nWe meet often.\n\n  • schools\n  • clubs\n\n"
        "Kind: network\n\nA\tB\n1\t2\n"
    )
    assert kinds(reading_of(tmp_path / "a.txt", text).blocks) == [
        ("heading", "Harbour network"),
        ("paragraph", "We meet often."),
        ("item", "schools"),
        ("item", "clubs"),
        ("pair", "Kind: network"),
        ("row", "A | B"),
        ("row", "1 | 2"),
    ]


def test_hand_wrapped_lines_become_one_paragraph_again(tmp_path: Path) -> None:
    lines = [
        "The coordinator calls the partners of the district together,",
        "hears what each",
    ]
    wrapped = (
        "The coordinator calls the partners of the district together and\n"
        "hears what each of them has seen in the weeks before; nobody is\n"
        "left out."
    )
    blocks = reading_of(tmp_path / "a.txt", wrapped).blocks
    assert len(blocks) == 1
    assert lines[1] in blocks[0].text


def test_slide_numbers_are_taken_off(tmp_path: Path) -> None:
    text = "1 Opening\nwho comes\n\n2 Meeting: who talks, and when\n\n3 Closing\n"
    blocks = reading_of(tmp_path / "a.txt", text).blocks
    assert [block.marker for block in blocks if block.marker] == ["1", "2", "3"]


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = (
        "---\nkind: tool\n---\n# Title\n\nSee [the page](http://x.example) and **do** it"
        "<sup>1</sup>.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n1. first\n2. second\n"
    )
    blocks = reading_of(tmp_path / "a.md", text).blocks
    assert ("paragraph", "See the page and do it.") in kinds(blocks)
    assert ("row", "1 | 2") in kinds(blocks)
    assert [block.marker for block in blocks if block.kind == "item"] == ["1", "2"]


def test_html_keeps_the_text_and_drops_the_page_around_it(tmp_path: Path) -> None:
    page = """<!doctype html><html lang="da"><head><title>T</title><script>x()</script></head><body>
      <nav><ul><li>Menu</li></ul></nav><div class="cookie-banner">We use cookies</div>
      <h1>Netværket</h1><p>Vi mødes <b>tit</b>.<br>Altid.</p>
      <ul><li>skoler<ul><li>lærere</li></ul></li>
      </ul>
      <table><tr><th>Navn</th><th>Tlf</th></tr><tr><td>Broen</td><td>00<br>11</td></tr></table>
      <dl><dt>Land</dt><dd>Danmark</dd></dl><footer>Footer</footer></body></html>"""
    reading = reading_of(tmp_path / "a.html", page)
    assert reading.language == "da"
    assert kinds(reading.blocks) == [
        ("heading", "Netværket"),
        ("paragraph", "Vi mødes tit. Altid."),
        ("item", "skoler"),
        ("item", "lærere"),
        ("row", "Navn | Tlf"),
        ("row", "Broen | 00\n11"),
        ("pair", "Land: Danmark"),
    ]


def test_docx_keeps_headings_items_and_tables_in_order(tmp_path: Path) -> None:
    assert kinds(reading_of(tmp_path / "a.docx", docx_bytes()).blocks) == [
        ("heading", "Harbour network"),
        ("paragraph", "We meet twice a year."),
        ("item", "schools"),
        ("item", "clubs"),
        ("row", "Partner | Phone"),
        ("row", "Bridge | 00 00 11 22"),
    ]


def test_pdf_heals_words_finds_headings_and_drops_running_heads(tmp_path: Path) -> None:
    blocks = reading_of(tmp_path / "a.pdf", pdf_bytes(4)).blocks
    assert ("heading", "Chapter 2") in kinds(blocks)
    assert any("coordinate what the c schools" in block.text for block in blocks)
    assert not any("Yearbook" in block.text for block in blocks)


def test_xlsx_gives_sheets_as_headings_and_rows(tmp_path: Path) -> None:
    blocks = reading_of(tmp_path / "a.xlsx", xlsx_bytes()).blocks
    assert ("heading", "Partners") in kinds(blocks)
    row = next(block for block in blocks if block.text.startswith("Bridge"))
    assert row.place == "sheet Partners, row 3"


def test_formulas_are_read_as_their_values(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Name", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert isinstance(found, Reading)
    assert "=1+1" not in " ".join(block.text for block in found.blocks)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_finds_its_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [["Name", "Fields, activities"], ["Bridge", 'a "b"; c']]
    text = "\n".join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows
    )
    blocks = reading_of(tmp_path / "a.csv", text).blocks
    assert [list(block.cells) for block in blocks] == rows


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "Navn;Område\nBroen på havnen;Sønderby, Ærø og Århus"),
        ("utf-16", "Navn;Område\nBroen på havnen;Sønderby, Ærø og Århus"),
        ("cp1252", "Navn;Område\nBroen på havnen er åben for børn og unge;Sønderby, Ærø og Århus"),
        (
            "cp1250",
            "Ime;Območje\nSvetovalni center Čebelica za šole;Škofja Loka, Žalec, Črnomelj",
        ),
    ],
)
def test_csv_is_read_in_the_encoding_it_was_saved_in(
    tmp_path: Path, encoding: str, text: str
) -> None:
    blocks = reading_of(tmp_path / "a.csv", text.encode(encoding)).blocks
    assert blocks[1].cells[1] == text.split(";")[-1]


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.docx", pdf_bytes(), "application/pdf"),
        (
            "a.pdf",
            xlsx_bytes(),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("a.txt", b"<!doctype html><html><body><p>Hello there</p></body></html>", "text/html"),
        ("a.xlsx", b"Name;Phone\nBridge;001122", "text/csv"),
        ("a", b"Just a text.", "text/plain"),
    ],
)
def test_the_content_decides_and_not_the_name(
    tmp_path: Path, name: str, data: bytes, media_type: str
) -> None:
    assert reading_of(tmp_path / name, data).media_type == media_type
