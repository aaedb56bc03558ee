"""Writes docs/schema/plan-1.json from the records; run it after a record of the plan has changed."""

import json
from pathlib import Path

from lantu.exchange.json_schema import plan_schema
from lantu.exchange.whole_plan import VERSION

TARGET = Path(__file__).resolve().parents[1] / "docs" / "schema" / f"plan-{VERSION}.json"


def text() -> str:
    return json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")
    print(TARGET)
