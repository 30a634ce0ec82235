#!/usr/bin/env bash
# Looks for races between the threads of a study: builds Headroom and an instrumented oneTBB under ThreadSanitizer,
# first proves that a planted race is seen and clean work is not accused, then lives studies on several threads.
# Usage: thread_sanitizer.sh          every test of a program that runs threads; half an hour
#        thread_sanitizer.sh --quick  the study's own tests and a few short commands; five minutes on two free cores
# Ends with 0 if no race was seen; the reports of those that were lie in build-tsan/races.
set -euo pipefail
cd "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."

quick=${1:-}
top=$PWD
races=$top/build-tsan/races
# A child's exit code may be lost on the way up; its report is not.
export TSAN_OPTIONS="exitcode=66 log_path=$races/race"

targets=(headroom planted_race test_study)
threaded='^(study|results|commands|repeatability):'
[ "$quick" = --quick ] || targets=(headroom all_thread_tests)

say() { printf '%s\n' "thread_sanitizer.sh: $*"; }

give_up() {
    say "$*" >&2
    exit 1
}

build() {
    tests/threads/instrumented_onetbb.sh build/onetbb-tsan
    cmake --preset tsan >/dev/null
    cmake --build build-tsan -j "$(nproc)" --target "${targets[@]}" >build-tsan/build.log 2>&1 || {
        grep -m 1 -A 40 '^FAILED' build-tsan/build.log
        give_up "the build failed"
    }
    ldd build-tsan/headroom | grep "$top/build/onetbb-tsan/lib/libtbb" >/dev/null ||
        give_up "the program runs with another oneTBB than the instrumented one"
}

# The proof that a silence means something.
see_the_planted_race() {
    local planted=build-tsan/tests/threads/planted_race status=0
    "$planted" guarded >/dev/null || give_up "work without a race is accused: see $races"
    "$planted" unguarded >/dev/null || status=$?
    [ "$status" -eq 66 ] && grep -qs planted_race.cpp "$races"/race.* || give_up "the planted race was not seen"
    rm -f "$races"/race.*
    say "a planted race is seen, and the same work without one is not accused"
}

# Every command that runs threads, for a moment, and each with more threads than this machine may have cores.
live_short_studies() {
    local question=$top/scenarios/questions/caseload-limit.json study=$top/tests/python/policies_study.json
    local folder=$top/build-tsan/lived shard
    rm -rf "$folder"
    mkdir -p "$folder"
    cd "$folder"
    ../headroom compare "$question" --replications 6 --months 3 --threads 3 --quiet >/dev/null
    ../headroom sustain "$question" --measure children_unallocated --at-most 100 --vary posts.add \
        --replications 10 --months 2 --threads 3 --quiet >/dev/null
    ../headroom study "$study" -o study.h5 --threads 3 --quiet >/dev/null
    # Told to stop on its way, which may come too late for that, and gone on with.
    timeout --signal=TERM 3 ../headroom study "$study" -o stopped.h5 --replications 8 --threads 3 --quiet >/dev/null ||
        ../headroom study "$study" -o stopped.h5 --replications 8 --threads 3 --quiet >/dev/null
    for shard in 1/2 2/2; do ../headroom study "$study" -o shards.h5 --threads 2 --shard "$shard" --quiet; done
    ../headroom merge shards.h5.shards -o shards.h5 --threads 3 --quiet >/dev/null
    cd "$top"
}

# Whatever a test or command made of it: a report is a race.
tell() {
    local status=$? report
    for report in "$races"/race.*; do
        [ -e "$report" ] || continue
        head -n 60 "$report"
        status=1
    done
    [ "$status" -eq 0 ] && say "no race" || say "FAILED (reports, if any: $races)"
    exit "$status"
}

rm -rf "$races"
mkdir -p "$races"
trap tell EXIT
build
see_the_planted_race
live_short_studies
if [ "$quick" = --quick ]; then
    # Making designs runs no threads and takes minutes.
    build-tsan/tests/test_study --filenames-as-tags '~[#design]'
else
    ctest --test-dir build-tsan --no-tests=error --output-on-failure -j "$(nproc)" -R "$threaded"
fi
