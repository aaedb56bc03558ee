"""Every problem code of the code base is explained in docs/reference/problems.md, and no other."""

import ast
import re


def codes_in(tree):
    """Codes written out in the code: first argument of Problem(...), and of helpers that pass it on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("Problem", "fault"):
                yield node.args[0].value
        # tables of (code, sentence), as the reader of structure has them
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant):
            call = node.elts[1]
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "msg":
                yield node.elts[0].value


def test_codes_and_their_page_agree(root):
    used = set()
    for path in (root / "src" / "lantu").rglob("*.py"):
        used |= set(codes_in(ast.parse(path.read_text(encoding="utf-8"))))
    page = (root / "docs" / "reference" / "problems.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    told = {code for row in rows for code in re.findall(r"`([\w-]+)`", row)}
    assert used - told == set(), f"not explained: {sorted(used - told)}"
    assert told - used == set(), f"explained but gone: {sorted(told - used)}"
