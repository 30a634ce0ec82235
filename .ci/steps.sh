# shellcheck shell=bash
# How a step of the checks runs, and what it needs installed; read by .ci/run and .ci/long.

cores=$(nproc)
kept=build/ci
step="getting ready"
# Every build here, ./headroom's and those of the presets, takes a warning for a fault.
export HEADROOM_WERROR=ON

. .ci/builds.sh
. .ci/studies.sh

say_failure() {
    local status=$?
    end_building_ahead now
    [ "$status" -eq 0 ] || echo "== FAILED: $step (exit code $status)"
}
trap say_failure EXIT

# Arguments: the step in words, the function that does it, its arguments.
run() {
    step=$1
    local start=$SECONDS
    echo "== $step"
    "${@:2}"
    echo "== $step: $((SECONDS - start)) s"
}

# What the checks need beyond what ./headroom installs for itself: compilers and counters; browsers; threads; Slurm;
# Python and R.
tools="clang clang-format valgrind libbenchmark-dev libclang-rt-14-dev
    chromium firefox-esr fonts-dejavu-core nodejs npm poppler-utils
    dpkg-dev
    slurm-wlm munge procps
    python3-xarray python3-h5netcdf python3-pandas python3-matplotlib r-base-core r-cran-ncdf4"

# Arguments: the packages. Node and npm may be there without being packages.
install_packages() {
    local as_root=() package missing=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
    for package in "$@"; do
        # A package that another one recommends is known to dpkg without being there.
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    if command -v node >/dev/null && command -v npm >/dev/null; then
        mapfile -t missing < <(printf '%s\n' "${missing[@]}" | grep -vxE 'nodejs|npm|')
    fi
    [ "${#missing[@]}" -gt 0 ] || return 0
    "${as_root[@]}" apt-get -qq update </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "${missing[@]}" </dev/null >/dev/null
}

install_tools() {
    # shellcheck disable=SC2086 # a list of words
    install_packages $tools
}

# Arguments: seconds in all. From the corpus kept in the repository; new finds stay in the build folder.
fuzz_the_readers() {
    local target name targets=(build-fuzz/tests/fuzz/fuzz_*)
    for target in "${targets[@]}"; do
        name=${target##*/fuzz_}
        mkdir -p "build-fuzz/found/$name"
        "$target" -max_total_time=$(($1 / ${#targets[@]})) -timeout=10 -verbosity=0 -print_final_stats=1 \
            -artifact_prefix="build-fuzz/$name-" "build-fuzz/found/$name" "tests/fuzz/corpus/$name"
    done
}
