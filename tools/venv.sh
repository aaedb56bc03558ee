#!/bin/sh
# Makes the environment in $1 with the Python named in $2. Debian keeps `venv` in a package of its own:
# install it where we may; else say what to install.
set -eu
"$2" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
	echo "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed, e.g.: make PYTHON=python3.12 run"
	exit 1
}
"$2" -m venv "$1" 2>/dev/null && exit 0
rm -rf "$1"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing python3-venv"
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
	exec "$2" -m venv "$1"
fi
echo "缺 Python 的 venv 模块 / Python's venv module is missing (Debian: apt install python3-venv)"
exit 1
