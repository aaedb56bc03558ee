"""``lantu serve``: the summary, the port taken, and pages that agree with ``lantu status``."""

import json
import re
import signal
import socket
import subprocess
import urllib.request

import pytest
from tests.cli.conftest import LANTU

LIMIT = 90


@pytest.fixture
def served(prepared, tmp_path):
    """Start the site while its first port is taken by somebody else; give what it printed and its address."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        command = [LANTU, "serve", "--port", str(taken), "--database", prepared]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
            lines = []
            for line in process.stdout:
                lines.append(line)
                if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                    break
            yield taken, "".join(lines), found[0]
            process.send_signal(signal.SIGINT)
            process.wait(LIMIT)


def fetch(address):
    with urllib.request.urlopen(address, timeout=LIMIT) as answer:
        return answer.status, answer.read().decode()


def test_says_what_is_in_it_and_which_port(served, lantu, prepared):
    taken, printed, address = served
    assert f":{taken}/" not in address
    assert str(taken) in printed
    assert "主要指标" in printed
    status, page = fetch(address)
    assert status == 200
    assert "national-14fyp" in page
    listed = json.loads(lantu("status", "national-14fyp", "--format", "json", "--database", prepared).stdout)
    met = sum(one["status"] == "met" for one in listed)
    _, page = fetch(f"{address}plans/national-14fyp")
    assert len(listed) == 20
    assert f">{met}<" in re.sub(r"\s+", "", page)
