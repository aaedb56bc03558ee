"""``lantu check … -o x.docx`` as users run it."""

import json

from tests.commented_files import comments, p, part, run, same_but_for_comments, word_file

QUIET = ("agrees", "unsupported")
DRAFT = (
    p(run("全国2025年国民经济和社会发展情况"))
    + p(run("2024年，全国国内生产总值达到134.9万亿元，比上年增长"), run("5.8%", "<w:b/>"), run("。"))
    + p(run("2025年粮食产量14130亿斤，比上年增加168亿斤。粮食产量14298亿斤。"))
    + p(run("建设国家级新区3个：雄安新区、浦东新区。"))
)


def test_every_figure_to_look_at_has_a_comment(lantu, prepared, tmp_path):
    before = word_file(DRAFT)
    (tmp_path / "draft.docx").write_bytes(before)
    outputs = ("-o", "marked.docx", "-o", "found.json")
    done = lantu("check", "draft.docx", "--as-of", "2026-03-01", *outputs, "--database", prepared)
    assert done.returncode == 0, done.stderr
    after = (tmp_path / "marked.docx").read_bytes()
    same_but_for_comments(before, after)
    found = json.loads((tmp_path / "found.json").read_text("utf-8"))["findings"]
    wrong = [one for one in found if one["rule"] not in QUIET]
    if not wrong:
        assert after == before
        return
    said = "\n".join("\n".join(lines) for lines in comments(after).values())
    assert len(comments(after)) <= len({(one["start"], one["end"]) for one in wrong})
    assert all(one["message"] in said for one in wrong)
    assert "蓝图核数" in part(after, "word/comments.xml").decode()
    assert (tmp_path / "draft.docx").read_bytes() == before


def test_a_draft_of_another_format_is_told_what_to_do(lantu, prepared, tmp_path):
    (tmp_path / "draft.txt").write_text("2025年，全市生产总值增长5.6%。\n", "utf-8")
    done = lantu("check", "draft.txt", "-o", "marked.docx", "--database", prepared)
    assert done.returncode == 3
    assert "“draft.txt”不是 docx，不能加批注；请改用 xlsx 或 json" in done.stderr
    assert not (tmp_path / "marked.docx").exists()
