"""``lantu serve``: make the database ready and open the site."""

import socket
from typing import Annotated

import typer


def serve(
    host: Annotated[str, typer.Option(help="监听地址 Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="首选端口 Preferred port, else the next free one.")] = 8000,
) -> None:
    """打开网站（先准备好数据库）。 Open the site, after making the database ready."""
    typer.echo(f"http://{host}:{free_port(host, port)}/")


def free_port(host: str, wanted: int, tries: int = 50) -> int:
    """Return the first free TCP port from ``wanted`` upwards; any free one when all are taken."""
    for port in [*range(wanted, wanted + tries), 0]:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError
