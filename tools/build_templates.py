"""Build templates/<name>/template.docx and fields.toml from the forms written in tools/forms_*.py.

Run from the checkout: python tools/build_templates.py [NAME…]. What it writes is committed: a clerk
edits template.docx in Word or WPS, and from then on that file is the form.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tools"))

from field_names import describe  # noqa: E402

from policydoc.generation.variables import variables  # noqa: E402
from policydoc.gongwen import build  # noqa: E402

MODULES = ("forms_first", "forms_notices", "forms_tables")


def main(names: list[str]) -> None:
    """Write the templates named, or all."""
    for module in MODULES:
        for make in importlib.import_module(module).FORMS:
            plan = make()
            if names and plan.name not in names:
                continue
            folder = ROOT / "templates" / plan.name
            folder.mkdir(parents=True, exist_ok=True)
            content = build(plan.document)
            (folder / "template.docx").write_bytes(content)
            used = dict.fromkeys((v.path, v.kind) for v in variables(content, plan.name))
            (folder / "fields.toml").write_text(describe(plan, used), encoding="utf-8")
            print(plan.name, len(content), len(used))


if __name__ == "__main__":
    main(sys.argv[1:])
