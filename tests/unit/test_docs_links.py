"""Links between the documents lead somewhere, and every page can be reached from the README."""

import re

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)")


def pages(root):
    return [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]


def links(page):
    return [(page.parent / target).resolve() for target in LINK.findall(page.read_text(encoding="utf-8"))]


def test_every_link_leads_to_a_file(root):
    broken = [
        f"{page.relative_to(root)} -> {target}"
        for page in pages(root)
        for target in links(page)
        if not target.exists()
    ]
    assert not broken


def test_every_page_is_reached_from_the_readme(root):
    seen, waiting = set(), [root / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.is_file():
            continue
        seen.add(page)
        waiting += links(page)
    unreached = [str(page.relative_to(root)) for page in pages(root) if page not in seen]
    assert not unreached
