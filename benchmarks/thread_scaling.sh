#!/usr/bin/env bash
# How much faster the full model is on several threads than on one: the two in turn, so that whatever else the machine
# does meets both alike; medians and ranges.
#   benchmarks/thread_scaling.sh BUILD_FOLDER [THREADS (2)] [ROUNDS (5)] [REPLICATIONS (20)]
set -euo pipefail
program=$1/benchmarks/events_per_second
threads=${2:-2} rounds=${3:-5} replications=${4:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for _ in $(seq "$rounds"); do
    for n in 1 "$threads"; do
        "$program" --replications "$replications" --threads "$n" |
            sed 's/.*"events_per_second": \([0-9]*\).*/\1/' >>"$work/$n"
    done
done

# Prints "median lowest highest" of a file of numbers.
middle() {
    sort -n "$1" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)], v[1], v[NR]}'
}
read -r one one_low one_high <<<"$(middle "$work/1")"
read -r many many_low many_high <<<"$(middle "$work/$threads")"
awk -v one="$one" -v many="$many" -v threads="$threads" -v ranges="$one_low $one_high $many_low $many_high" 'BEGIN {
    split(ranges, r, " ")
    printf "{\"benchmark\": \"thread_scaling\", \"threads\": %d, \"events_per_second_one\": %d, \"range_one\": [%d, %d], ", threads, one, r[1], r[2]
    printf "\"events_per_second_many\": %d, \"range_many\": [%d, %d], \"speedup\": %.3f}\n", many, r[3], r[4], many / one
}'
