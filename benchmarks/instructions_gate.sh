#!/usr/bin/env bash
# Holds the instructions of the benchmark programs to their recorded values: per event of the small models, per
# future of the full one, where a change may make events fewer and each dearer. Wall time differs from machine to
# machine; the instructions that callgrind counts hardly do, so a tenth more is a slip in the code.
#   benchmarks/instructions_gate.sh [BUILD_FOLDER]             fails when one needs 10 % more than recorded
#   benchmarks/instructions_gate.sh --record [BUILD_FOLDER]    writes what it measures as the new values
# Each line of instructions.txt: a name, "event" or "future", a program in the build folder, its arguments, and its
# instructions. A program measured per event prints a line of JSON with "events"; one measured per future lives
# twice as many as --replications says, so that two runs tell the mean future from the start.
set -euo pipefail

folder=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
recorded=$folder/instructions.txt
record=no
if [ "${1:-}" = --record ]; then
    record=yes
    shift
fi
build=${1:-$folder/../build}
if ! command -v valgrind >/dev/null; then
    echo "instructions_gate: valgrind is not installed (apt-get install valgrind)" >&2
    exit 3
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Prints the instructions of a program run with its arguments; what it prints stays in "answer".
instructions_of() {
    if ! valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
        >"$scratch/answer" 2>"$scratch/counts" </dev/null; then
        cat "$scratch/answer" "$scratch/counts" >&2
        echo "instructions_gate: $* failed under callgrind" >&2
        return 1
    fi
    sed -n 's/.*Collected : *\([0-9]*\).*/\1/p' "$scratch/counts"
}

per_event() {
    local instructions events
    instructions=$(instructions_of "$@") || return 1
    events=$(grep -oE '"events": *[0-9.e+]+' "$scratch/answer" | head -n 1 | sed 's/.*: *//')
    if [ -z "$instructions" ] || [ -z "$events" ]; then
        echo "instructions_gate: $* printed no \"events\"" >&2
        return 1
    fi
    awk -v instructions="$instructions" -v events="$events" 'BEGIN { printf "%.1f\n", instructions / events }'
}

per_future() {
    local of_one of_five
    of_one=$(instructions_of "$@" --replications 1) || return 1
    of_five=$(instructions_of "$@" --replications 5) || return 1
    echo "$(((of_five - of_one) / 8))"
}

# Prints one line per program; its status says whether the value is within the gate.
compare() {
    awk -v name="$1" -v unit="$2" -v before="$3" -v now="$4" 'BEGIN {
        printf "%-12s %12.1f instructions per %s, recorded %12.1f (%+.1f %%)\n",
            name, now, unit, before, 100 * (now / before - 1)
        exit now > 1.1 * before }'
}

status=0
programs=0
while read -r -a words || [ "${#words[@]}" -gt 0 ]; do
    if [ "${#words[@]}" -eq 0 ] || [[ ${words[0]} == \#* ]]; then
        echo "${words[*]}" >>"$scratch/new"
        continue
    fi
    before=${words[-1]}
    unset 'words[-1]'
    now=$("per_${words[1]}" "$build/${words[2]}" "${words[@]:3}")
    echo "${words[*]} $now" >>"$scratch/new"
    compare "${words[0]}" "${words[1]}" "$before" "$now" || status=1
    programs=$((programs + 1))
done <"$recorded"

[ "$programs" -gt 0 ] || { echo "instructions_gate: $recorded names no program" >&2; exit 1; }
if [ "$record" = yes ]; then
    cp "$scratch/new" "$recorded"
elif [ "$status" -ne 0 ]; then
    echo "instructions_gate: more than 10 % above the recorded instructions." >&2
    echo "  If that buys something, record it (instructions_gate.sh --record) and say what in CHANGELOG." >&2
    exit 1
fi
