# shellcheck shell=bash
# What must hold of a study beyond its tests; read by .ci/run.

# The threads of a study under ThreadSanitizer: the short version of what anyone can run.
look_for_races() {
    install_packages dpkg-dev
    tests/threads/thread_sanitizer.sh --quick
}
