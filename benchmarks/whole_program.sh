#!/usr/bin/env bash
# The whole program, three lines of JSON: how much faster two threads are than one; how long it takes to start, to read the
# question and to write its results file; and which share of a run on one thread is spent on storing, the parts kept on
# the way included.
#   benchmarks/whole_program.sh BUILD_FOLDER [QUESTION.json] [ROUNDS (5)]
# The build folder must hold events_per_second and results_write (target all_benchmarks).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
question=${2:-$here/../scenarios/questions/caseload-limit.json} rounds=${3:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints how many seconds a command takes.
seconds_of() {
    local TIMEFORMAT=%R
    { time "$@" >/dev/null 2>&1; } 2>&1
}
median() {
    sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}
# Prints the number of this name in a line of JSON.
number() {
    sed "s/.*\"$1\": \([0-9.]*\).*/\1/"
}

"$here/thread_scaling.sh" "$build" 2 "$rounds"

starting=$(for _ in $(seq "$rounds"); do seconds_of "$build/headroom" check "$question"; done | median)
running=$(seconds_of "$build/headroom" compare "$question" --threads 1 -o "$work/results.h5")
# Stores what the run found on so many threads. A part a second is what a run keeps at most.
storing_on() {
    "$build/benchmarks/results_write" --results "$work/results.h5" --parts "${running%.*}" --rounds "$rounds" \
        --folder "$work" --threads "$1"
}
one=$(storing_on 1)
two=$(storing_on 2)
parts=$(number seconds_parts <<<"$one")
writing=$(number seconds_file <<<"$one")

awk -v start="$starting" -v one="$writing" -v two="$(number seconds_file <<<"$two")" -v bytes="$(number file_size <<<"$one")" \
    -v processor="$(number processor_seconds_file <<<"$one")" 'BEGIN {
    printf "{\"benchmark\": \"start_read_write\", \"seconds_start_and_read\": %.3f, \"seconds_write_on_one\": %.3f, ", start, one
    printf "\"seconds_write_on_two\": %.3f, \"seconds\": %.3f, \"processor_seconds_write\": %.3f, \"file_bytes\": %d}\n", two, start + two, processor, bytes }'
awk -v parts="$parts" -v write="$writing" -v run="$running" 'BEGIN {
    printf "{\"benchmark\": \"storing\", \"seconds_run\": %.2f, \"seconds_parts\": %.3f, \"seconds_file\": %.3f, ", run, parts, write
    printf "\"share\": %.4f}\n", (parts + write) / run }'
