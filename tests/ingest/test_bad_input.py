"""Whatever is wrong with a file, the user learns which file, where, and what to do."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers import HsdsReading, read
from ontology.errors import InputError
from tests.ingest.test_readers import docx_bytes, pdf_bytes, xlsx_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
SUFFIXES = [".txt", ".md", ".html", ".pdf", ".docx", ".csv", ".xlsx", ".json", ".bin", ""]


def zip_bytes(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def exhaust(path: Path) -> None:
    found = read(path)
    if isinstance(found, HsdsReading):
        list(found.records())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.csv", b" \n\t\n", "empty"),
        ("scan.pdf", PNG, "PNG picture"),
        ("cut.pdf", pdf_bytes()[:300], "cut off or damaged"),
        ("cut.docx", docx_bytes()[:2000], "cut off or damaged"),
        ("cut.xlsx", xlsx_bytes()[:1000], "cut off or damaged"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.doc", OLE + bytes(600), "before 2007"),
        ("bomb.xlsx", zip_bytes(xl__workbook=bytes(300 * 2**20)), "unpack"),
        ("other.zip", zip_bytes(readme=b"x"), "neither a DOCX"),
        ("hollow.docx", zip_bytes(**{"word__document.xml": b"<a/>"}), "cannot be read as DOCX"),
        ("null.txt", b"Hello\x00there", "null"),
        ("broken.txt", "Å æ ø på 12 ö ä".encode() + b"\xff", "no valid UTF-8"),
        ("wide.csv", b"a" + b",b" * 1_000_000, "columns"),
        ("quote.csv", b'Name,Phone\n"never closed' + b"x" * 200_000, "field larger"),
        ("cut.json", b'[{"id": "1", "name": "A"}, {"id": "2"', "no valid JSON"),
        ("number.json", b"[1, 2]", "where a record should be"),
        ("nothing.json", b'{"services": []}', "no service"),
        ("deep.json", b"[" * 200_000, "no valid JSON"),
    ],
)
def test_the_error_names_file_and_way_out(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        exhaust(path)
    assert said in caught.value.what
    assert str(path) in caught.value.place
    assert caught.value.way_out


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read(tmp_path / "nowhere.txt")


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 2000)
    with pytest.raises(InputError, match="limit"):
        read(path, max_bytes=1000)


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "secret.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("open sesame"))
    canvas.drawString(72, 700, "hidden")
    canvas.save()
    with pytest.raises(InputError, match="password"):
        read(path)


def test_a_pdf_of_pictures_asks_for_text_recognition(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    with pytest.raises(InputError, match="pictures"):
        read(path)


def test_the_place_of_a_json_fault_is_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id": "1", "name": "A"},\n {"id": nope}]')
    with pytest.raises(InputError) as caught:
        exhaust(path)
    assert "line 2, column" in caught.value.place


relaxed = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@relaxed
@given(data=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_give_blocks_or_an_input_error(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    try:
        exhaust(path)
    except InputError as error:
        assert error.way_out


@relaxed
@given(
    whole=st.sampled_from([pdf_bytes(), docx_bytes(), xlsx_bytes()]),
    at=st.floats(0, 1),
    noise=st.binary(min_size=1, max_size=30),
)
def test_a_damaged_file_gives_blocks_or_an_input_error(
    tmp_path: Path, whole: bytes, at: float, noise: bytes
) -> None:
    place = int(at * len(whole))
    path = tmp_path / "damaged.bin"
    path.write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    try:
        exhaust(path)
    except InputError as error:
        assert str(path) in error.place


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "services", "contents", "organization", "attributes"]),
            inner,
        )
    ),
    max_leaves=12,
)


@relaxed
@given(value=json_values)
def test_any_json_gives_records_or_an_input_error(tmp_path: Path, value: object) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps(value))
    try:
        exhaust(path)
    except InputError as error:
        assert error.place
