#!/bin/sh
# The browser tests use Debian's Chromium. Install it where we may; else say what to do and go on.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing chromium and a CJK font for the browser tests"
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null && exit 0
fi
echo "browser tests: no chromium found; install it (Debian: apt install chromium fonts-noto-cjk) to run them"
[ -z "$CI" ]
