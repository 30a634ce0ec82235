# shellcheck shell=bash
# A bare Debian 12 in a folder of its own, and the package tried in it; read by .ci/package. Needs root.

# Mounts are undone whatever happened.
leave_bare() {
    local place
    for place in proc dev; do
        mountpoint -q "$bare/$place" && umount -l "$bare/$place"
    done
    rm -rf --one-file-system "$bare"
}

# Taken from where this machine takes its own packages, with its settings for that.
make_bare() {
    local sources=/etc/apt/sources.list.d/debian.sources mirror
    mirror=$(sed -n 's/^URIs: *//p' "$sources" 2>/dev/null | head -n 1)
    [ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { print $2; exit }' /etc/apt/sources.list)
    debootstrap --variant=minbase bookworm "$bare" "$mirror" >"$kept/debootstrap.log" 2>&1 || {
        tail -n 15 "$kept/debootstrap.log"
        return 1
    }
    [ ! -e "$sources" ] || { cp "$sources" "$bare$sources" && rm -f "$bare/etc/apt/sources.list"; }
    cp -r /etc/apt/apt.conf.d/. "$bare/etc/apt/apt.conf.d/"
    cp -L /etc/resolv.conf /etc/hosts "$bare/etc/"
    mount -t proc proc "$bare/proc"
    mount --rbind /dev "$bare/dev"
}

# Argument: a command. In the bare system, as root, with nothing of this environment.
in_bare() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$bare" /bin/bash -euo pipefail -c "$1" </dev/null
}

# Argument: the package.
try_on_bare_debian() {
    install_packages debootstrap
    mkdir -p "$kept"
    bare=$(mktemp -d)
    trap 'leave_bare; say_failure' EXIT
    make_bare
    cp "$1" "$bare/tmp/headroom.deb"
    in_bare "apt-get -qq update && apt-get -qq install -y --no-install-recommends /tmp/headroom.deb man-db" \
        >"$kept/bare.log" 2>&1 || {
        tail -n 15 "$kept/bare.log"
        return 1
    }
    in_bare "useradd --create-home someone && su someone -c '
        set -e
        cd
        headroom compare scenarios/questions/caseload-limit.json --replications 20 --quiet >answer
        head -n 40 answer
        headroom compare scenarios/questions/caseload-limit.json --authority Leeds --replications 2 --quiet >answer
        grep Leeds answer
        ls -l *.h5 *.html
        man headroom >page
        grep \"caseload.*limit.json\" page'"
    in_bare ". /usr/share/bash-completion/completions/headroom
        COMP_WORDS=(headroom compare --authority Lee) COMP_CWORD=3
        _headroom
        test \"\${COMPREPLY[*]}\" = Leeds"
    # Taken away, it leaves nothing behind.
    in_bare "apt-get -qq remove --purge -y headroom >/dev/null 2>&1 && ! command -v headroom && ! test -e /usr/share/headroom"
}
