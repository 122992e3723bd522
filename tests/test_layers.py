"""The folders of the product import only what comes before them, by their full names."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))


def test_the_contracts_on_imports_hold() -> None:
    command = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert command
    told = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - found above
    assert told.returncode == 0, told.stdout
    assert " 0 broken" in told.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_its_own_package_by_the_full_name(module: Path) -> None:
    own = {path.stem for path in (ROOT / "dashboard").iterdir() if path.is_dir() or path.suffix == ".py"} - {"__init__"}
    tree = ast.parse(module.read_text(encoding="utf-8"))
    short = [name for name in imported(tree) if name.startswith(".") or name.split(".")[0] in own]
    assert short == []


def imported(tree: ast.AST) -> Iterator[str]:
    """Name the modules that are imported; one relative to its place begins with a full stop."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
