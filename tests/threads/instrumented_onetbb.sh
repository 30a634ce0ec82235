#!/usr/bin/env bash
# Builds oneTBB as Debian publishes it, with ThreadSanitizer's instrumentation, and installs it in the folder given.
# Without that the sanitizer sees none of the library's own synchronisation: it then reports races that are none,
# and what silences those hides real ones. The sources come from where this machine has its own libtbb-dev from;
# apt works in a folder of its own here, so that nothing of the system is changed and nobody need be root.
# Usage: instrumented_onetbb.sh FOLDER     needs g++ cmake ninja-build dpkg-dev; half a minute, once
set -euo pipefail

mkdir -p "${1:?Usage: instrumented_onetbb.sh FOLDER}"
folder=$(cd "$1" && pwd)

# "2021.8.0-2 | http://... bookworm/main" as "VERSION ADDRESS SUITE COMPONENT"; without the lists of packages apt
# knows nothing.
origin=$(apt-cache madison libtbb-dev |
    sed -nE 's#^ *libtbb-dev \| ([^ ]+) \| ([^ ]+) ([^ /]+)/([^ ]+) .*#\1 \2 \3 \4#p')
[ -n "$origin" ] || {
    echo "instrumented_onetbb.sh: apt does not know libtbb-dev; apt-get update, as root, may help" >&2
    exit 3
}
read -r version address suite component <<<"$origin"
if [ "$(cat "$folder/version" 2>/dev/null)" = "$version" ]; then
    echo "oneTBB $version with ThreadSanitizer stands in $folder"
    exit 0
fi

rm -rf "$folder"
work=$folder/work
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/keys"
# The keys that this machine trusts its archives by, wherever it keeps them.
find /etc/apt/trusted.gpg.d /etc/apt/keyrings /usr/share/keyrings \( -name '*.gpg' -o -name '*.asc' \) \
    -exec cp -n {} "$work/keys" \; 2>/dev/null || true
echo "deb-src $address $suite $component" >"$work/sources.list"
apt_here=(apt-get -qq -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache"
    -o "Dir::Etc::trustedparts=$work/keys" -o APT::Sandbox::User=)
cd "$work"
fetch_and_build() {
    set -e
    "${apt_here[@]}" update
    "${apt_here[@]}" source "onetbb=$version"
    cmake -S onetbb-*/ -B built -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo "-DCMAKE_INSTALL_PREFIX=$folder" \
        -DTBB_SANITIZE=thread -DTBB_TEST=OFF -DTBB_STRICT=OFF -DTBBMALLOC_BUILD=OFF
    cmake --build built
    cmake --install built
}
# In a shell of its own, or the first fault would not end it.
status=0
(fetch_and_build) >"$folder/build.log" 2>&1 </dev/null & wait $! || status=$?
[ "$status" -eq 0 ] || {
    tail -n 30 "$folder/build.log" >&2
    echo "instrumented_onetbb.sh: it could not be built (the whole log: $folder/build.log)" >&2
    exit 3
}
cd "$folder"
rm -rf "$work"
echo "$version" >version
echo "oneTBB $version with ThreadSanitizer was built in $folder"
