"""A short walk of the fuzzer (tools/fuzz_reading.py runs it for long): any bytes, mutated plans, all outputs."""

import random
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ENDINGS = ("txt", "md", "html", "docx", "xlsx", "pdf")
NOISE = st.binary(max_size=400) | st.text(max_size=200).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)


@pytest.fixture(scope="module")
def fuzz(root):
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "tools"))
        patch.delenv("LANTU_SHARED", raising=False)
        from fuzz import checks, inputs

        yield SimpleNamespace(
            check=checks.check, mutated=inputs.mutated, seeds=inputs.seeds(), fault=checks.Fault
        )


def test_the_seeds_hold(fuzz):
    for name, data in fuzz.seeds:
        fuzz.check(name, data)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(ENDINGS), NOISE)
def test_any_bytes_are_read_or_refused_in_a_sentence(fuzz, ending, data):
    fuzz.check(f"a.{ending}", data)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_mutated_plans_are_read(fuzz, seed):
    fuzz.check(*fuzz.mutated(random.Random(seed), fuzz.seeds))


def test_the_check_finds_what_is_wrong(fuzz, monkeypatch):
    import lantu.reading
    from lantu.reading import read_plan

    def shifted(document):
        reading = read_plan(document)
        object.__setattr__(reading.targets[0], "quote", "甲")
        return reading

    monkeypatch.setattr(lantu.reading, "read_plan", shifted)
    with pytest.raises(fuzz.fault, match="quote"):
        fuzz.check("a.txt", "到2030年，粮食产量达到2500万吨以上。".encode())
