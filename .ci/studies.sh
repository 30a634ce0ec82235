# shellcheck shell=bash
# What must hold of a study beyond its tests; read by .ci/run.

# The threads of a study under ThreadSanitizer: the short version of what anyone can run.
look_for_races() {
    tests/threads/thread_sanitizer.sh --quick
}

# Twenty kills at random moments, a full disk and damaged parts: the same bytes every time. 200 take a quarter of an hour.
kill_studies() {
    /usr/bin/python3 -B tests/repeatability/kill_study.py build/headroom --rounds 20
}

# A real Slurm of one node, which dies under the study.
run_on_slurm() {
    tests/slurm/test_slurm.sh build/headroom
}

# The examples of analysis/python and analysis/r, with Debian's own Python and R.
read_studies() {
    /usr/bin/python3 -B -W ignore tests/python/test_examples.py build/headroom
}
