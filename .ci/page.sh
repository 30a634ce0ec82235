# shellcheck shell=bash
# The workshop page, built as a user builds it and driven in both browsers; read by .ci/run.

drive_the_page() {
    ./headroom workshop -o "$kept/headroom.html"
    rm -rf "$kept/page"
    cp -r tests/page "$kept/page"
    npm ci --prefix "$kept/page" --ignore-scripts --no-audit --no-fund --loglevel=error
    # shellcheck disable=SC2046 # a list of files
    SOURCE=$PWD PAGE=$PWD/$kept/headroom.html SIMULATOR=$PWD/build/page WORKSHOP=$PWD/build/page/source \
        DIGESTS=$PWD/build/tests HEADROOM=$PWD/build/headroom \
        node --test $(find "$kept/page" -name node_modules -prune -o -name '*.test.mjs' -print | sort)
}
