# shellcheck shell=bash
# What must hold of a study beyond its tests; read by .ci/run and .ci/long.

# The threads of a study under ThreadSanitizer.
look_for_races() {
    tests/threads/thread_sanitizer.sh
}

# Argument: how many kills at random moments; and a full disk and damaged parts: the same bytes every time.
kill_studies() {
    /usr/bin/python3 -B tests/repeatability/kill_study.py build/headroom --rounds "$1"
}

# A real Slurm of one node, which dies under the study.
run_on_slurm() {
    tests/slurm/test_slurm.sh build/headroom
}

# The examples of analysis/python and analysis/r, with Debian's own Python and R.
read_studies() {
    /usr/bin/python3 -B -W ignore tests/python/test_examples.py build/headroom
}
