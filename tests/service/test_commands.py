"""The command line as a user types it: real files, a real home, exit codes of the contract."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from service.commands.demo_command import EXAMPLE

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def socialmap(home: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "service", "--home", str(home), *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        timeout=300,
        env={k: v for k, v in os.environ.items() if not k.startswith("SOCIALMAP_")},
    )


def answer(home: Path, *arguments: str, given: str = "") -> Any:
    done = socialmap(home, *arguments, given=given)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("example") / "home"
    report = answer(home, "ingest", "--json", *_lists())
    assert report["failed"] == 0
    return home


def _lists() -> Sequence[str]:
    return [str(EXAMPLE / name) for name in ("partners.xlsx", "directory.hsds.json")]


def test_a_danish_need_finds_services_in_other_languages_with_reasons(example: Path) -> None:
    text = "hvem kan hjælpe en 14-årig, der er holdt op med at komme i skole?"
    result = answer(example, "search", text, "--json")
    assert result["need"]["language"] == "da"
    assert result["need"]["age"] == [14, 14]
    assert {hit["language"] for hit in result["hits"][:5]} - {"da"}
    assert all(hit["reasons"] for hit in result["hits"][:3])
    assert [hit["rank"] for hit in result["hits"]] == list(range(1, len(result["hits"]) + 1))


@pytest.mark.parametrize(
    ("option", "value", "field", "allowed"),
    [
        ("--age", "9", "age", None),
        ("--spoken", "so", "spoken", None),
        ("--cost", "free", "cost", None),
    ],
)
def test_hits_never_contradict_a_stated_option(
    example: Path, option: str, value: str, field: str, allowed: None
) -> None:
    result = answer(example, "search", "sport for a child", option, value, "--json")
    assert result["hits"]
    assert all(hit["fits"] and not hit["misfits"] for hit in result["hits"])
    assert all(not miss["fits"] and miss["misfits"] for miss in result["near_misses"])


def test_a_batch_answers_each_line_and_names_those_it_cannot(example: Path) -> None:
    lines = [
        '{"id": "a", "text": "debt advice", "limit": 2}',
        "nonsense",
        '{"id": 3, "text": "judo"}',
    ]
    done = socialmap(example, "search", "--batch", "-", given="\n".join(lines))
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [result["id"] for result in results] == ["a", 3]
    assert len(results[0]["hits"]) == 2
    assert "-:2" in done.stderr


def test_the_same_files_again_change_nothing(example: Path) -> None:
    report = answer(example, "ingest", "--json", *_lists())
    assert (report["accepted"], report["proposed"]) == (0, 0)


def test_a_broken_file_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    good = tmp_path / "good.csv"
    good.write_text(
        "Name of the partner,Main fields\nHarbour Tutors,Homework help for pupils\n", "utf-8"
    )
    done = socialmap(tmp_path / "home", "ingest", str(broken), str(good), "--json")
    files = {Path(file["path"]).name: file for file in json.loads(done.stdout)["files"]}
    assert done.returncode == 1
    assert "broken.pdf" in files["broken.pdf"]["errors"][0]
    assert files["good.csv"]["accepted"] > 0


def test_a_proposal_is_accepted_and_another_rejected_for_good(tmp_path: Path) -> None:
    home, document = tmp_path / "home", str(EXAMPLE / "network-meeting.da.md")
    assert answer(home, "ingest", document, "--json")["proposed"] > 1
    first, second, *_ = answer(home, "proposals", "list", "--json")
    assert answer(home, "proposals", "accept", first["id"], "--json")["accepted"] >= 1
    accepted = answer(home, "proposals", "list", "--status", "accepted", "--json")
    assert first["id"] in {proposal["id"] for proposal in accepted}
    assert answer(home, "proposals", "reject", second["id"], "--json") == {"rejected": 1}
    assert answer(home, "proposals", "--json") == answer(home, "proposals", "list", "--json")
    again = answer(home, "ingest", document, "--json")
    waiting = {proposal["id"] for proposal in answer(home, "proposals", "list", "--json")}
    assert again["accepted"] == 0
    assert not waiting & {first["id"], second["id"]}


def test_show_tells_everything_with_its_source(example: Path) -> None:
    shown = answer(example, "show", "svc-riding-lessons", "--json")
    assert shown["entity"]["kind"] == "service"
    assert shown["provider"]["names"]
    assert shown["evidence"][0]["passage"]


@pytest.mark.parametrize("name", ["turtle", "jsonld", "nquads", "graphml", "gexf", "csv", "hsds"])
def test_every_export_writes_something(example: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "out"
    assert socialmap(example, "export", name, "-o", str(file)).returncode == 0
    assert file.stat().st_size > 1_000


def test_a_backup_restores_the_map(example: Path, tmp_path: Path) -> None:
    assert socialmap(example, "backup", str(tmp_path / "map.tgz")).returncode == 0
    done = socialmap(tmp_path / "new", "restore", str(tmp_path / "map.tgz"))
    assert done.returncode == 0, done.stderr
    before = answer(example, "show", "svc-riding-lessons", "--json")
    assert answer(tmp_path / "new", "show", "svc-riding-lessons", "--json") == before
    assert socialmap(tmp_path / "new", "restore", str(tmp_path / "map.tgz")).returncode == 2


def test_check_network_reindex_and_settings_work(example: Path) -> None:
    assert answer(example, "check", "--json")["findings"] == []
    assert len(answer(example, "network", "--json")["nodes"]) >= 60
    assert "services indexed" in socialmap(example, "reindex").stdout
    assert {row["name"] for row in answer(example, "settings", "--json")} >= {"home", "model"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", ""],
        ["search", "   "],
        ["search", "judo", "--cost", "cheap"],
        ["search", "judo", "--age", "old"],
        ["search", "judo", "--type", "nobody"],
        ["search", "judo", "--spoken", "klingon"],
        ["export", "pdf"],
        ["no-such-command"],
    ],
)
def test_usage_errors_exit_2_in_one_sentence(example: Path, arguments: list[str]) -> None:
    done = socialmap(example, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize(
    "text",
    [
        "the of and",
        "x" * 100_000,
        "ᚠᚢᚦᚨᚱᚲ",
        "<script>alert(1)</script>",
        "\x00\x01\x1b[31m judo",
        "SELECT ?s WHERE { ?s ?p ?o }",
        "'; DROP TABLE record; --",
        "🙂🙂🙂 judo",
    ],
)
def test_hostile_needs_get_a_plain_answer(example: Path, text: str) -> None:
    line = json.dumps({"id": 1, "text": text})
    done = socialmap(example, "search", "--batch", "-", given=line)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    assert "hits" in json.loads(done.stdout)


def test_without_a_map_search_says_how_to_make_one(tmp_path: Path) -> None:
    done = socialmap(tmp_path / "none", "search", "judo")
    assert done.returncode == 3
    assert "socialmap ingest" in done.stderr
    assert not (tmp_path / "none").exists()


def test_reindex_beside_a_writer_leaves_the_index_alone(example: Path) -> None:
    with Store.open(example):
        assert socialmap(example, "reindex").returncode == 3
    assert answer(example, "search", "debt advice", "--json")["hits"]


@pytest.mark.parametrize("file", ["manifest.json", "records.sqlite"])
def test_reindex_mends_a_damaged_index(example: Path, file: str) -> None:
    damaged = example / "index" / file
    damaged.write_bytes(b"no longer readable")
    assert socialmap(example, "search", "debt advice").returncode == 3
    assert socialmap(example, "reindex").returncode == 0
    assert answer(example, "search", "debt advice", "--json")["hits"]


def test_a_restored_map_does_not_answer_from_an_older_index(example: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    answer(home, "ingest", str(EXAMPLE / "directory.hsds.json"), "--json")
    assert socialmap(example, "backup", str(tmp_path / "map.tgz")).returncode == 0
    shutil.rmtree(home / "graph")
    (home / "map.json").unlink()
    assert socialmap(home, "restore", str(tmp_path / "map.tgz")).returncode == 0
    assert answer(home, "check", "--json")["findings"] == []


def test_a_file_that_cannot_be_written_is_named(example: Path, tmp_path: Path) -> None:
    done = socialmap(example, "backup", str(tmp_path / "none" / "map.tgz"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "none" in done.stderr


@pytest.mark.parametrize(
    "line",
    [
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": "judo", "limit": "5"}',
        '{"id": 1, "text": "judo", "age": true}',
        '{"id": 1, "text": "judo", "area": 5}',
        '{"id": 1, "text": "judo", "colour": "blue"}',
        "[]",
    ],
)
def test_an_odd_line_of_a_batch_is_named(example: Path, line: str) -> None:
    done = socialmap(example, "search", "--batch", "-", given=line)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "-:1" in done.stderr


def test_accepting_none_of_a_new_version_takes_nothing_away(tmp_path: Path) -> None:
    table = tmp_path / "partners.csv"
    head = "Name of the partner,Main fields\n"
    table.write_text(f"{head}Harbour Tutors,Homework help for pupils\n", "utf-8")
    answer(tmp_path / "home", "ingest", str(table), "--json")
    table.write_text(f"{head}Harbour Tutors,Homework help and reading\n", "utf-8")
    answer(tmp_path / "home", "ingest", str(table), "--accept", "none", "--json")
    assert answer(tmp_path / "home", "search", "homework help", "--json")["hits"]


def test_a_locked_home_exits_3(tmp_path: Path) -> None:
    with Store.open(tmp_path / "home"):
        done = socialmap(tmp_path / "home", "ingest", *_lists())
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", ["not json", '{"format": 999}'])
def test_a_damaged_or_foreign_home_exits_3(tmp_path: Path, content: str) -> None:
    with Store.open(tmp_path / "home"):
        pass
    (tmp_path / "home" / "map.json").write_text(content, "utf-8")
    done = socialmap(tmp_path / "home", "check")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents (../shared/seeds) are not here")
def test_antwerps_services_are_found_from_four_languages(tmp_path: Path) -> None:
    home = tmp_path / "home"
    answer(home, "ingest", str(SEEDS), "--accept", "all", "--json")
    for text in (
        "mladinski inštruktor za učenca, ki je opustil šolanje",
        "ungdomscoach til en elev, der er droppet ud af skolen",
        "ungdomscoach för en elev som har hoppat av skolan",
        "youth coach for a pupil who has dropped out of school",
    ):
        hits = answer(home, "search", text, "--json")["hits"]
        assert any(hit["language"] == "sl" for hit in hits[:3]), text


def test_an_hsds_export_comes_back_as_the_same_services(example: Path, tmp_path: Path) -> None:
    assert socialmap(example, "export", "hsds", "-o", str(tmp_path / "out.json")).returncode == 0
    answer(tmp_path / "home", "ingest", str(tmp_path / "out.json"), "--json")
    shown = answer(tmp_path / "home", "show", "svc-riding-lessons", "--json")
    assert shown["entity"]["id"] == "svc-riding-lessons"
    assert shown["provider"]["id"] == "org-eastwood-riding"


def test_a_name_without_words_stops_nothing(tmp_path: Path) -> None:
    feed = tmp_path / "feed.json"
    owner = {"id": "o-2", "name": "Kontakthuset"}
    services = [{"id": "s-1", "name": "0-24", "organization": owner}]
    feed.write_text(json.dumps({"services": services}), "utf-8")
    report = answer(tmp_path / "home", "ingest", str(feed), "--json")
    assert report["accepted"] == 2
