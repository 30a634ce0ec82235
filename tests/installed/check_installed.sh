#!/usr/bin/env bash
# Installs a build into an empty folder, and asks the README's first question there, from a folder of its own and with
# nothing of the environment. What is installed never names the place where it was built.
#   check_installed.sh BUILD_FOLDER SOURCE_FOLDER [HELP2MAN]
set -euo pipefail

build=$1 source=$2 help2man=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "check_installed: $*" >&2
    exit 1
}

expect_file() {
    [ -s "$prefix/$1" ] || fail "$1 is missing or empty"
}

cmake --install "$build" --prefix "$scratch/first" >"$scratch/log"
# The folder may be moved: nothing in it knows where it was.
mv "$scratch/first" "$scratch/moved"
prefix=$scratch/moved
grep -rlF -e "$source" -e "$build" -e "$scratch/first" "$prefix" && fail "the files above name where they were built"

for file in bin/headroom share/headroom/scenarios/README.md share/headroom/scenarios/england/authorities.json \
    share/headroom/scenarios/england/fits.json share/headroom/analysis/python/study_table.py \
    share/headroom/analysis/r/study.R share/doc/headroom/README.md share/doc/headroom/CHANGELOG.md \
    share/doc/headroom/copyright share/bash-completion/completions/headroom; do
    expect_file "$file"
done
# Every question, study, lesson and document of the source.
(cd "$source" && find scenarios -name '*.json' -o -name '*.md') | while read -r file; do
    expect_file "share/headroom/$file"
done
(cd "$source" && find docs -type f) | while read -r file; do
    expect_file "share/doc/headroom/$file"
done
[ -z "$(find "$prefix" -name __pycache__ -o -name '*.pyc')" ] || fail "what Python left behind is installed"

mkdir "$scratch/elsewhere"
cd "$scratch/elsewhere"
headroom() {
    env -i "$prefix/bin/headroom" "$@"
}
headroom compare scenarios/questions/caseload-limit.json --replications 2 --months 3 --quiet >answer
grep -q "Limit 18, newly qualified 12" answer || fail "the first question is not answered"
headroom compare scenarios/questions/caseload-limit.json --authority Leeds --replications 2 --months 3 --quiet \
    >answer
grep -q "Leeds" answer || fail "an authority's question is not answered"
for file in caseload-limit.h5 caseload-limit.html caseload-limit-leeds.h5; do
    [ -s "$file" ] || fail "$file was not written where it was asked for"
done
for lesson in "$source"/scenarios/lessons/*.json; do
    headroom check "scenarios/lessons/${lesson##*/}" >answer || fail "$lesson is not found"
done

cmp -s <(headroom completion) "$prefix/share/bash-completion/completions/headroom" ||
    fail "the completion is not what this program writes"
if [ -n "$help2man" ]; then
    expect_file share/man/man1/headroom.1
    if command -v man >/dev/null; then
        MANWIDTH=100 man -M "$prefix/share/man" headroom >page 2>warnings
        [ ! -s warnings ] || fail "man warns: $(cat warnings)"
    else
        cp "$prefix/share/man/man1/headroom.1" page
    fi
    for command in $(headroom completion | sed -n 's/^    \[\([a-z]*\)\]=".*/\1/p'); do
        grep -qE "(^| )$command( |\$)" page || fail "the manual page does not name $command"
    done
    grep -q "caseload.*limit.h5" page || fail "the manual page has no example"
fi
