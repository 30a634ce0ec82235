# shellcheck shell=bash
# What is built beside ./headroom test; read by .ci/run and .ci/long.

cores=${cores:-$(nproc)}

# Arguments: a build folder and its targets.
build() {
    if ! cmake --build "$1" -j "$cores" --target "${@:2}" >"$1/build.log" 2>&1; then
        grep -m 1 -A 40 '^FAILED' "$1/build.log" || tail -n 40 "$1/build.log"
        return 1
    fi
}

sanitized_model="test_engine test_authority test_invariants test_text test_places test_scenario"

build_sanitized_model() {
    cmake --preset sanitize >/dev/null
    # shellcheck disable=SC2086 # a list of words
    build build-sanitize $sanitized_model
}

build_sanitized() {
    cmake --preset sanitize >/dev/null
    build build-sanitize headroom all_tests
}

build_fuzz_and_benchmarks() {
    cmake --preset fuzz >/dev/null
    build build-fuzz tests/fuzz/all
    cmake -S . -B build -DHEADROOM_BENCHMARKS=ON >/dev/null
    build build all_benchmarks
}

# Begins with the longest build while steps that mostly wait are under way, in a process group of its own so that it
# can be ended. It only saves time: the step that needs the build makes it again, and tells what is wrong with it.
build_ahead() {
    setsid nice -n 10 bash -c '. .ci/builds.sh && build_sanitized_model' >/dev/null 2>&1 </dev/null &
    ahead=$!
}

# Argument: "now" when what is not finished is not needed.
end_building_ahead() {
    [ -n "${ahead:-}" ] || return 0
    [ "${1:-}" != now ] || kill -- -"$ahead" 2>/dev/null || true
    wait "$ahead" || true
    ahead=
}
