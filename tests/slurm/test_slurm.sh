#!/usr/bin/env bash
# A study on a real Slurm of one node: eight shards, the node's death under two of them, one shard that is asked to
# stop and queued again, and the merge that waits for all. The file is the same bytes as that of one process.
# Usage: test_slurm.sh PROGRAM      needs Debian's slurm-wlm, munge and procps
set -euo pipefail

program=$(readlink -f -- "${1:?Usage: test_slurm.sh PROGRAM}")
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
room=$(mktemp -d)
export SLURM_CONF=$room/node/slurm.conf

say() { echo "test_slurm.sh: $*"; }

give_up() {
    say "it does not hold that $*" >&2
    squeue -r -o "%i %T %r %S" >&2 || true
    tail -n 5 "$room"/cluster/study.h5.shards/*.log >&2 || true
    exit 1
}

slurm() { "$here/one_node.sh" "$1" "$room/node"; }

leave() {
    slurm down >/dev/null 2>&1 || true
    rm -rf "$room"
}
trap leave EXIT

# Arguments: what is waited for, in words; a command that succeeds when it is there.
wait_until() {
    local i
    for ((i = 0; i < 600; ++i)); do
        if "${@:2}"; then return; fi
        sleep 0.2
        slurm hurry
    done
    give_up "within minutes $1"
}

# The shards at work that have something on disk, as "array task" numbers.
working_shards() {
    local job shard
    squeue -h -r -t RUNNING -n headroom-shard -o "%A %K" | while read -r job shard; do
        ! compgen -G "study.h5.shards/shard-$shard-of-8.parts/*.part" >/dev/null || echo "$job"
    done
}
two_are_at_work() { [ "$(working_shards | wc -l)" -ge 2 ]; }
all_is_over() { [ -z "$(squeue -h)" ]; }
restarts_of() { scontrol show job "$1" | sed -nE 's/.*Restarts=([0-9]+).*/\1/p' | head -n 1; }

# Arguments: jobs. All of them are to be queued again.
queued_again() {
    local job
    for job in "$@"; do [ "$(restarts_of "$job")" -ge 1 ] || return 1; done
}

mkdir -p "$room/alone" "$room/cluster"
for place in alone cluster; do cp "$here/sharded_study.json" "$room/$place/study.json"; done
(cd "$room/alone" && "$program" study study.json --quiet >/dev/null)

slurm up
cd "$room/cluster"
"$program" study study.json --slurm 8 --quiet
bash study.slurm.sh

wait_until "two shards are at work" two_are_at_work
mapfile -t lost < <(working_shards)
slurm kill
[ -z "$(working_shards)" ] || give_up "nothing runs on a dead node"
slurm revive
wait_until "the dead node's shards are queued again" queued_again "${lost[@]}"
say "the node died under ${#lost[@]} shards, which were queued again"

# One that works for a moment already, so that Slurm does not refuse, which it would try again for minutes.
ask_one_to_stop() {
    asked=$(working_shards | tail -n 1)
    [ -n "$asked" ] || return 1
    before=$(restarts_of "$asked")
    sleep 0.5
    timeout 2 scancel --signal=TERM --batch "$asked" 2>/dev/null || true
    asked_at=$SECONDS
}
# A shard may end before the word reaches it; then another one is asked.
was_queued_again() {
    [ "$(restarts_of "$asked")" -le "$before" ] || return 0
    if ((SECONDS - asked_at > 5)); then ask_one_to_stop || true; fi
    return 1
}
stop_one() {
    wait_until "a shard can be asked to stop" ask_one_to_stop
    wait_until "a shard that is asked to stop is queued again $1" was_queued_again
    say "a shard that was asked to stop was queued again $1"
}
stop_one "by Slurm, for its exit code 75"
sed -i /^RequeueExit/d "$SLURM_CONF"
scontrol reconfigure
stop_one "by itself, where Slurm does not know that code"

wait_until "all shards and the merge are over" all_is_over
[ -e study.h5 ] || give_up "the merge leaves a file"
cmp study.h5 ../alone/study.h5 || give_up "the file has the bytes of one process"
say "eight shards, one dead node, two requeued for being stopped, and after the merge the same bytes as one process"
