#!/usr/bin/env bash
# Holds the instructions per event of the benchmark programs to their recorded values. Wall time differs from
# machine to machine; the instructions that callgrind counts hardly do, so a tenth more is a slip in the code.
#   benchmarks/instructions_gate.sh [BUILD_FOLDER]             fails when one needs 10 % more than recorded
#   benchmarks/instructions_gate.sh --record [BUILD_FOLDER]    writes what it measures as the new values
# Each line of instructions.txt: a name, a program in the build folder, its arguments, instructions per event.
# Each program prints a line of JSON with "events".
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

# Prints the instructions per event of a program run with its arguments.
measure() {
    if ! valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
        >"$scratch/answer" 2>"$scratch/counts" </dev/null; then
        cat "$scratch/answer" "$scratch/counts" >&2
        echo "instructions_gate: $* failed under callgrind" >&2
        return 1
    fi
    local instructions events
    instructions=$(sed -n 's/.*Collected : *\([0-9]*\).*/\1/p' "$scratch/counts")
    events=$(grep -oE '"events": *[0-9.e+]+' "$scratch/answer" | head -n 1 | sed 's/.*: *//')
    if [ -z "$instructions" ] || [ -z "$events" ]; then
        echo "instructions_gate: $* printed no \"events\"" >&2
        return 1
    fi
    awk -v instructions="$instructions" -v events="$events" 'BEGIN { printf "%.1f\n", instructions / events }'
}

# Prints one line per program; its status says whether the value is within the gate.
compare() {
    awk -v name="$1" -v before="$2" -v now="$3" 'BEGIN {
        printf "%-20s %9.1f instructions per event, recorded %9.1f (%+.1f %%)\n",
            name, now, before, 100 * (now / before - 1)
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
    now=$(measure "$build/${words[1]}" "${words[@]:2}")
    echo "${words[*]} $now" >>"$scratch/new"
    compare "${words[0]}" "$before" "$now" || status=1
    programs=$((programs + 1))
done <"$recorded"

[ "$programs" -gt 0 ] || { echo "instructions_gate: $recorded names no program" >&2; exit 1; }
if [ "$record" = yes ]; then
    cp "$scratch/new" "$recorded"
elif [ "$status" -ne 0 ]; then
    echo "instructions_gate: more than 10 % above the recorded instructions per event." >&2
    echo "  If that buys something, record it (instructions_gate.sh --record) and say what in CHANGELOG." >&2
    exit 1
fi
