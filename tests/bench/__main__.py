"""All benchmarks, one after the other: ``python -m tests.bench``. It takes about an hour and wants the machine to itself.

Each writes its report beside the others in the folder for temporary files; at the end all are put together there, as
``bench.md`` and ``bench.json``.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

PARTS = ("figure", "pages", "steps", "load", "memory", "exports")
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Run them, and put together what they found."""
    folder = Path(gettempdir())
    for part in PARTS:
        subprocess.run([sys.executable, "-m", f"tests.bench.{part}"], cwd=ROOT, check=True)  # noqa: S603 - our own modules
    texts = [(folder / f"bench-{part}.md").read_text(encoding="utf-8") for part in PARTS]
    (folder / "bench.md").write_text("\n".join(texts), encoding="utf-8")
    told = {part: json.loads((folder / f"bench-{part}.json").read_text(encoding="utf-8")) for part in PARTS}
    (folder / "bench.json").write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
