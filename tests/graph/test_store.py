from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.statement import literal, statement
from graph.store import Store
from ontology.errors import (
    HomeDamagedError,
    HomeError,
    HomeLockedError,
    HomeVersionError,
    InputError,
    UsageError,
)

G = "https://example.org/g"
P = "https://example.org/p"


def line(number: int, word: str = "x") -> str:
    return statement(f"https://example.org/s/{number}", P, literal(f"{word} {number}"))


@contextmanager
def another_process(home: Path, script: str) -> Iterator[subprocess.Popen[str]]:
    code = f"import sys, time\nfrom pathlib import Path\nfrom graph.store import Store\n{script}"
    arguments = [sys.executable, "-c", code, str(home)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


HOLDING = "with Store.open(Path(sys.argv[1])):\n print('open', flush=True); time.sleep(60)"


def test_a_new_map_begins_at_revision_0_and_a_change_makes_1(home: Path) -> None:
    with Store.open(home) as store:
        assert store.revision == 0
        with store.write("Said it.") as writer:
            writer.add(G, [line(1)])
        assert store.revision == 1
    with Store.open(home) as store:
        assert (store.revision, store.lines(G)) == (1, [line(1)])


def test_a_change_is_all_or_nothing_and_may_remove_and_clear(store: Store) -> None:
    with store.write("First.") as writer:
        writer.add(G, [line(1), line(2)])
        writer.add(f"{G}2", [line(3)])
    with pytest.raises(ZeroDivisionError), store.write("Fails.") as writer:
        writer.add(G, [line(9)])
        raise ZeroDivisionError
    with store.write("Second.") as writer:
        writer.remove(G, [line(1)])
        writer.clear(f"{G}2")
        writer.add(f"{G}2", [line(4)])
    assert store.lines(G) == [line(2)]
    assert store.lines(f"{G}2") == [line(4)]
    assert store.revision == 2


def test_a_block_that_changes_nothing_makes_no_revision(store: Store) -> None:
    with store.write("Nothing."):
        pass
    assert store.revision == 0


def test_a_statement_that_oxigraph_refuses_changes_nothing(store: Store) -> None:
    with pytest.raises(InputError, match="Oxigraph refuses"), store.write("Bad.") as writer:
        writer.add(G, [line(1), "<https://x> <https://y> nonsense ."])
    assert (store.revision, store.lines(G)) == (0, [])


def test_a_revision_tells_what_was_done_when_and_by_whom(store: Store) -> None:
    with store.write("Said it.", who="ann@example.org") as writer:
        writer.add(G, [line(1)])
        writer.touched.add("https://example.org/s/1")
    made = "<https://w3id.org/socialmap/ns#revision>"
    rows = store.select(f"SELECT ?p ?o {{ GRAPH ?g {{ ?a {made} 1 ; ?p ?o }} }}")
    told = {predicate: value for predicate, value in rows}
    assert told["http://purl.org/dc/terms/description"] == "Said it."
    assert told["http://purl.org/dc/terms/creator"] == "ann@example.org"
    assert told["http://www.w3.org/ns/prov#generated"] == "https://example.org/s/1"
    assert told["http://www.w3.org/ns/prov#endedAtTime"].endswith("Z")


def test_a_second_writer_is_told_who_holds_the_map(home: Path) -> None:
    with another_process(home, HOLDING) as process:
        assert said(process) == "open"
        with pytest.raises(HomeLockedError, match=f"process {process.pid}") as caught:
            Store.open(home, wait_seconds=0)
        assert "Wait or stop" in caught.value.way_out
    with Store.open(home) as store:  # the lock went with the process
        assert store.revision == 0


def test_a_writer_in_the_same_process_is_refused_too(home: Path, store: Store) -> None:
    with pytest.raises(HomeLockedError):
        Store.open(home, wait_seconds=0)


def test_readers_beside_the_writer_see_each_change_within_a_second(home: Path) -> None:
    with Store.open(home) as owner:
        with owner.write("One.") as writer:
            writer.add(G, [line(1)])
        script = (
            "with Store.open(Path(sys.argv[1]), read_only=True) as store:\n"
            " until = time.time() + 20\n"
            " while store.revision < 3 and time.time() < until:\n"
            "  time.sleep(0.05); store.refresh()\n"
            " print(store.revision, len(store.lines('https://example.org/g')), flush=True)"
        )
        with another_process(home, script) as one, another_process(home, script) as other:
            time.sleep(0.3)
            for number in (2, 3):
                with owner.write("More.") as writer:
                    writer.add(G, [line(number)])
            assert [said(one), said(other)] == ["3 3", "3 3"]
    assert list((home / "snapshots").iterdir()) == []


def test_a_reader_beside_a_writer_that_has_just_come_sees_what_there_was(home: Path) -> None:
    with Store.open(home) as owner, owner.write("One.") as writer:
        writer.add(G, [line(1)])
    with Store.open(home), Store.open(home, read_only=True) as reader:
        assert reader.lines(G) == [line(1)]


def test_readers_without_a_writer_see_all_and_keep_nobody_from_writing(home: Path) -> None:
    with Store.open(home) as owner, owner.write("One.") as writer:
        writer.add(G, [line(1)])
    with Store.open(home, read_only=True) as first, Store.open(home, read_only=True) as second:
        assert first.lines(G) == second.lines(G) == [line(1)]
        with Store.open(home, wait_seconds=0) as owner, owner.write("Two.") as writer:
            writer.add(G, [line(2)])
        assert first.lines(G) == [line(1)]
        assert first.refresh()
        assert first.lines(G) == [line(1), line(2)]
    with Store.open(home):
        pass
    assert list((home / "snapshots").iterdir()) == []


def test_a_reader_cannot_write(home: Path) -> None:
    Store.open(home).close()
    with (
        Store.open(home, read_only=True) as reader,
        pytest.raises(UsageError, match="reading only"),
        reader.write("No."),
    ):
        pass


def test_a_reader_finds_no_map_where_there_is_none(home: Path) -> None:
    with pytest.raises(HomeError, match="there is no map"):
        Store.open(home, read_only=True)
    assert not home.exists()


@pytest.mark.parametrize("size", [50, 25_000], ids=["update", "loader"])
def test_kill_9_leaves_whole_changes_only(home: Path, size: int) -> None:
    Store.open(home).close()
    script = (
        "from graph.statement import literal, statement\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "print('open', flush=True)\n"
        "for turn in range(1, 10_000):\n"
        " with store.write('Turn.') as writer:\n"
        f"  writer.add('{G}', [statement(f'https://e.org/{{turn}}/{{n}}', '{P}', literal('x'))"
        f" for n in range({size})])\n"
        " print(turn, flush=True)"
    )
    with another_process(home, script) as process:
        assert said(process) == "open"
        acknowledged = int(said(process))
        time.sleep(0.4)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.stdout
        rest = process.stdout.read().split()
        acknowledged = int(rest[-1]) if rest else acknowledged
    with Store.open(home) as store:
        assert store.revision in (acknowledged, acknowledged + 1)
        assert len(store.lines(G)) == store.revision * size


def test_a_large_change_goes_through_the_loader_or_not_at_all(store: Store) -> None:
    lines = [line(number) for number in range(21_000)]
    bad = "<https://x> <https://y> nonsense ."
    with pytest.raises(InputError), store.write("Bad.") as writer:
        writer.add(G, [*lines, bad])
    assert store.lines(G) == []
    with store.write("Good.") as writer:
        writer.add(G, lines)
    assert len(store.lines(G)) == 21_000


def test_another_version_says_which(home: Path) -> None:
    Store.open(home).close()
    (home / "map.json").write_text('{"format": 99}')
    for read_only in (False, True):
        with pytest.raises(HomeVersionError, match="a later version"):
            Store.open(home, read_only=read_only)


@pytest.mark.parametrize(
    "harm",
    [
        lambda home: (home / "map.json").write_text("{oops"),
        lambda home: (home / "map.json").write_text(json.dumps({"made": 1})),
        lambda home: (home / "map.json").unlink(),
        lambda home: (home / "graph" / "CURRENT").unlink(),
        lambda home: [path.unlink() for path in (home / "graph").iterdir()],
        lambda home: (home / "graph").rename(home / "elsewhere"),
        lambda home: [path.write_bytes(b"harm") for path in (home / "graph").glob("MANIFEST*")],
        lambda home: [path.unlink() for path in (home / "graph").glob("*.sst")],
    ],
    ids=["json", "no-version", "no-json", "no-current", "empty", "no-graph", "manifest", "no-data"],
)  # fmt: skip
def test_damage_is_named_with_the_way_out(home: Path, harm: object) -> None:
    with Store.open(home) as store:
        with store.write("One.") as writer:
            writer.add(G, [line(1)])
        store.flush()
    assert callable(harm)
    harm(home)
    with pytest.raises(HomeDamagedError) as caught:
        Store.open(home)
    assert "restore" in caught.value.way_out
    assert str(home) in str(caught.value)


def test_a_map_whose_making_was_cut_off_is_made_again(home: Path) -> None:
    Store.open(home).close()
    (home / "map.json").unlink()
    with Store.open(home) as store:
        assert store.revision == 0
    assert (home / "map.json").exists()


def test_a_snapshot_is_a_map_of_its_own(home: Path, store: Store, tmp_path: Path) -> None:
    with store.write("One.") as writer:
        writer.add(G, [line(1)])
    copy = tmp_path / "copy"
    copy.mkdir()
    store.snapshot(copy / "graph")
    (copy / "map.json").write_bytes((home / "map.json").read_bytes())
    with Store.open(copy) as other:
        assert other.lines(G) == [line(1)]


def test_only_select_is_answered(store: Store) -> None:
    with pytest.raises(UsageError):
        list(store.select("ASK { ?s ?p ?o }"))
    with pytest.raises(InputError):
        list(store.select("SELECT nonsense"))


def test_the_lock_file_names_the_process(home: Path, store: Store) -> None:
    assert json.loads((home / "lock").read_text())["process"] == os.getpid()
