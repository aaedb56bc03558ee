"""``lantu serve``: make the database ready, say what is in it, and open the site."""

import socket
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli.door import Door, open_door, say, today
from lantu.cli.status import outlines, summary
from lantu.values import InputError, msg

if TYPE_CHECKING:
    from lantu.actions import StatusReport

TRIES = 50


def serve(
    host: Annotated[str, typer.Option(help="监听地址 Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="首选端口 Preferred port, else the next free one.")
    ] = 8000,
    database: Annotated[str, typer.Option(help="数据库地址。 Database URL.")] = "",
) -> None:
    """打开网站（先准备好数据库）。 Open the site, after making the database ready."""
    import uvicorn

    from lantu.web import create_app

    door = open_door(database)
    summary(door, judged_today(door))
    listening = listen(host, port)
    chosen = listening.getsockname()[1]
    if chosen != port:
        say(msg("端口 {port} 已被占用，改用 {chosen}。", port=port, chosen=chosen), door.language)
    address = f"http://[{host}]:{chosen}/" if ":" in host else f"http://{host}:{chosen}/"
    say(msg("网站已打开：{address}（按 Ctrl+C 停止）", address=address), door.language)
    server = uvicorn.Server(uvicorn.Config(create_app(door.store, today), log_level="warning"))
    server.run(sockets=[listening])


def judged_today(door: Door) -> "list[StatusReport]":
    """Judge every plan as known today, so that its pages have verdicts to read; report the outlines."""
    from lantu.actions import judge_all, status

    judge_all(door.store, door.today, door.actor, door.now)
    return [status(door.store, plan, door.today, door.actor, door.now) for plan in outlines(door, door.today)]


def listen(host: str, wanted: int, tries: int = TRIES) -> socket.socket:
    """Listen on the first free TCP port from ``wanted`` upwards, on any free one when all are taken.

    The socket is open from here on: nobody can take the port between finding it and serving on it.
    Raises InputError for an address of no network interface here.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    why: OSError | None = None
    for port in [*range(wanted, min(wanted + tries, 65536)), 0]:
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, port))
            opened.listen()
        except OSError as error:
            opened.close()
            why = error
            continue
        return opened
    raise InputError(
        msg("不能在地址“{host}”上打开网站（{why}）；请用 --host 换一个本机地址。", host=host, why=why)
    )
