"""The repository keeps its own rules: layers, names, exports, documentation, light imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from service.cli import COMMANDS
from service.settings import setting_names

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ontology", "graph", "ingest", "search", "service")
MAY_IMPORT = {
    "ontology": set[str](),
    "graph": {"ontology"},
    "ingest": {"ontology", "graph"},
    "search": {"ontology", "graph"},
    "service": {"ontology", "graph", "ingest", "search"},
}
ONE_HOME = {
    "faiss": {"search/vectors.py"},
    "tantivy": {"search/words.py"},
    "pyoxigraph": {"graph/store.py", "graph/terms.py", "ontology/rdf.py"},
    "simplemma": {"ontology/lemma.py"},
    "py3langid": {"ontology/language.py"},
    "pyshacl": {"graph/validation.py"},
    "tokenizers": {"search/encoder.py"},
}
"""Third-party engines, and the only files that may know them."""


def modules(package: str = "") -> list[Path]:
    folders = [package] if package else list(PACKAGES)
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    """Top-level names that a module imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_lies_below_it(package: str) -> None:
    allowed = MAY_IMPORT[package] | {package}
    wrong = {
        str(path.relative_to(ROOT)): used
        for path in modules(package)
        if (used := (imports(path) & set(PACKAGES)) - allowed)
    }
    assert not wrong


@pytest.mark.parametrize("engine", ONE_HOME)
def test_an_engine_is_known_to_its_own_files_only(engine: str) -> None:
    training = ROOT / "search" / "training"  # runs apart, at most once a release
    users = {
        str(p.relative_to(ROOT))
        for p in modules()
        if engine in imports(p) and not p.is_relative_to(training)
    }
    assert users <= ONE_HOME[engine]


def test_no_module_shadows_the_standard_library() -> None:
    wrong = [path for path in modules() if path.stem in sys.stdlib_module_names]
    assert not wrong


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_those_of_the_repository(package: str) -> None:
    file = import_module(package).__file__
    assert file is not None
    assert Path(file).is_relative_to(ROOT)


def test_exports_are_sorted_and_complete() -> None:
    """``__all__`` names every public function and class that a module defines, in order."""
    wrong = []
    for path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        if path.name in ("__init__.py", "__main__.py") or not tree.body[1:]:
            continue
        exported = [
            ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign)
            and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)
        ]
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        defined = {n.name for n in tree.body if isinstance(n, kinds) and n.name[0] != "_"}
        if not exported or not defined <= set(exported[0]) | {"main"}:
            wrong.append(str(path.relative_to(ROOT)))
    assert not wrong


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"socialmap {command}" in (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(setting_names()))
def test_every_setting_is_documented(name: str) -> None:
    assert name in (ROOT / "docs" / "operators.md").read_text("utf-8")


def test_the_changelog_tells_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(project['version'])}\]", changelog, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"]])
def test_starting_imports_no_model_library(arguments: list[str]) -> None:
    program = (
        "import sys; sys.argv[1:] = " + repr(arguments) + "\n"
        "from service.cli import main\n"
        "try:\n    main()\nfinally:\n"
        "    heavy = {'torch', 'sentence_transformers', 'rdflib', 'scipy'} & set(sys.modules)\n"
        "    sys.stderr.write(f'heavy: {sorted(heavy)}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.endswith("heavy: []")


def test_no_file_names_a_path_of_one_machine() -> None:
    pattern = re.compile(r"(?<![\w.])/(work|tmp|root|home)/\w")
    files = [*modules(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "docs").rglob("*.md")]
    wrong = [str(p.relative_to(ROOT)) for p in files if pattern.search(p.read_text("utf-8"))]
    assert not wrong
