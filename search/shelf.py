"""Records of the index by row number, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from ontology.errors import HomeDamagedError
from search.record import Record

__all__ = ["Shelf"]


class Shelf:
    """Row number to record, and IRI to row number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Shelf:
        """Open or make the file; threads of one process share it."""
        try:
            connection = sqlite3.connect(path, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS record"
                " (row INTEGER PRIMARY KEY, iri TEXT NOT NULL, json TEXT NOT NULL)"
            )
            connection.execute("CREATE INDEX IF NOT EXISTS record_iri ON record (iri)")
        except sqlite3.DatabaseError as error:
            raise HomeDamagedError(
                "the records of the index cannot be read",
                place=str(path),
                way_out="Run `socialmap reindex`; nothing is lost.",
            ) from error
        return cls(connection)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def update(self, removed: Sequence[int], added: Iterable[tuple[int, Record]]) -> None:
        """Forget rows and add records, in one transaction."""
        with self._connection:
            self._connection.executemany(
                "DELETE FROM record WHERE row = ?", [(row,) for row in removed]
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO record VALUES (?, ?, ?)",
                ((row, record.iri, record.to_json()) for row, record in added),
            )

    def rows(self, iris: Iterable[str]) -> list[int]:
        """Row numbers of services that are on the shelf."""
        query = "SELECT row FROM record WHERE iri = ?"
        return [
            row for iri in iris for (row,) in self._connection.execute(query, (iri,)).fetchall()
        ]

    def records(self, rows: Sequence[int]) -> dict[int, Record]:
        """The records of these rows; those that are gone are left out."""
        marks = ",".join("?" * len(rows))
        query = f"SELECT row, json FROM record WHERE row IN ({marks})"
        found = self._connection.execute(query, list(rows)).fetchall()
        return {row: Record.from_json(text) for row, text in found}

    def all(self) -> Iterable[tuple[int, Record]]:
        """Every record with its row, in order."""
        query = "SELECT row, json FROM record ORDER BY row"
        for row, text in self._connection.execute(query):
            yield row, Record.from_json(text)
