"""What must hold for any bytes: records lie in the text, outputs are whole, nothing takes long."""

import time

SIZE_LIMIT = 4_000_000
PER_100_KB = 1.0  # seconds of one core
SMALLEST = 20_000  # bytes: a shorter input is judged as if it were this long


class Fault(AssertionError):
    """Something that must hold does not."""


def holds(condition: bool, what: str) -> None:
    if not condition:
        raise Fault(what)


def check(name: str, data: bytes, allowed: float = PER_100_KB) -> float:
    """Read the bytes and check what must hold for any input; returns seconds per 100 kB of text."""
    from lantu.documents import read_bytes
    from lantu.reading import read_plan
    from lantu.values import InputError

    start = time.process_time()
    try:
        document, _ = read_bytes(name, data, SIZE_LIMIT)
    except InputError as error:
        holds(
            bool(str(error)) and "{" not in error.message.template.format_map(error.message.arguments),
            "sentence",
        )
        return (time.process_time() - start) / max(len(data), SMALLEST) * 100_000
    reading = read_plan(document)
    seconds = time.process_time() - start
    size = max(len(document.text.encode("utf-8", "surrogatepass")), len(data), SMALLEST)
    check_records(document, reading)
    check_outputs(document, reading)
    rate = seconds / size * 100_000
    holds(rate <= allowed, f"slow: {rate:.2f} s per 100 kB")
    return rate


def check_records(document, reading) -> None:
    text, work = document.text, reading.work
    promises = (*reading.targets, *reading.directional)
    for target in promises:
        holds(target.span is not None, "a target without a place")
        holds(text[target.span.start : target.span.end] == target.quote, "a quote that differs from its span")
    records = (
        reading.outline.sections,
        promises,
        reading.indicators,
        work.tasks,
        (clause for task in work.tasks for clause in task.clauses),
        work.policies,
        work.projects,
        work.platforms,
        work.responsibilities,
        work.places,
        work.ledger.sentences,
    )
    for group in records:
        for record in group:
            span = record.span
            holds(
                span is None
                or (span.document == document.sha256 and 0 <= span.start <= span.end <= len(text)),
                f"a span outside the text: {type(record).__name__}",
            )
    eids = [section.eid for section in reading.outline.sections]
    holds(len(eids) == len(set(eids)), "an eId twice")
    ids = [r.id for group in (promises, work.tasks, work.policies, work.projects) for r in group]
    holds(len(ids) == len(set(ids)), "an id twice")
    known = {*ids, *(r.id for r in (*work.platforms, *work.responsibilities))}
    for sentence in work.ledger.sentences:
        holds(set(sentence.records) <= known, "a sentence with an unknown record")


def check_outputs(document, reading) -> None:
    from lxml import etree

    from lantu.exchange.formats import FORMATS, written
    from lantu.exchange.plan_json import dump_plan, load_plan
    from lantu.exchange.whole_plan import whole_plan

    plan = whole_plan(document, reading)
    data = dump_plan(plan)
    again = load_plan(data)
    holds(again == plan and dump_plan(again) == data, "JSON read back is another plan")
    for name in FORMATS:
        data = written(name, document, reading)
        if name == "akn.xml":
            etree.fromstring(data)
