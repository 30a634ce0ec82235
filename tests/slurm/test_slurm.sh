#!/usr/bin/env bash
# A study on a real Slurm of one node: eight shards, the node's death under two of them, one shard that is asked to
# stop and queued again, and the merge that waits for all. The file is the same bytes as that of one process.
# Usage: test_slurm.sh PROGRAM      needs Debian's slurm-wlm, munge and procps
set -euo pipefail

program=$(readlink -f -- "${1:?Usage: test_slurm.sh PROGRAM}")
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
room=$(mktemp -d)
export SLURM_CONF=$room/node/slurm.conf
# Read by slow_shard.sh.
export HEADROOM_PROGRAM=$program ROOM=$room

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

# The shards that stand still with something on disk, as jobs.
working_shards() {
    local job shard
    squeue -h -r -t RUNNING -n headroom-shard -o "%A %K" | while read -r job shard; do
        [ ! -e "$ROOM/standing/$shard" ] || echo "$job"
    done
}
one_is_at_work() { [ -n "$(working_shards)" ]; }
two_are_at_work() { [ "$(working_shards | wc -l)" -ge 2 ]; }
all_is_over() { [ -z "$(squeue -h)" ]; }
restarts_of() { scontrol show job "$1" | sed -nE 's/.*Restarts=([0-9]+).*/\1/p' | head -n 1; }

# Arguments: how often they had been started again before, and the jobs, all of which are to be once more.
restarted_after() {
    local job
    for job in "${@:2}"; do [ "$(restarts_of "$job")" -gt "$1" ] || return 1; done
}

mkdir -p "$room/alone" "$room/cluster" "$room/standing"
for place in alone cluster; do cp "$here/sharded_study.json" "$room/$place/study.json"; done
(cd "$room/alone" && "$program" study study.json --quiet >/dev/null)

slurm up
cd "$room/cluster"
"$program" study study.json --slurm 8 --quiet
HEADROOM=$here/slow_shard.sh bash study.slurm.sh

wait_until "two shards are at work" two_are_at_work
mapfile -t lost < <(working_shards)
slurm kill
rm "$room"/standing/*
[ -z "$(squeue -h -t RUNNING)" ] || give_up "nothing runs on a dead node"
slurm revive
wait_until "the dead node's shards are queued again" restarted_after 0 "${lost[@]}"
say "the node died under ${#lost[@]} shards, which were queued again"

# Slurm may refuse to pass the word to a shard that has only just started; then, and only then, it still stands there.
heeds_the_word() {
    if [ -e "$room/standing/$1" ]; then timeout 2 scancel --signal=TERM --batch "$2" 2>/dev/null || true; fi
    [ "$(times_stopped "$1")" -gt "$3" ]
}
times_stopped() { grep -c "Stopped in time" "study.h5.shards/$1.log" || true; }
knows_code_75() { scontrol show config | grep -q "RequeueExit .*75"; }

# It stands still, so it ends for no other reason; and it is to have said that it stopped.
stop_one() {
    local asked shard restarts stopped
    wait_until "a shard stands still" one_is_at_work
    asked=$(working_shards | tail -n 1)
    shard=$(squeue -h -r -j "$asked" -o %K)
    restarts=$(restarts_of "$asked")
    stopped=$(times_stopped "$shard")
    wait_until "shard $shard stops when it is asked to" heeds_the_word "$shard" "$asked" "$stopped"
    wait_until "a shard that is asked to stop is queued again $1" restarted_after "$restarts" "$asked"
    say "a shard that was asked to stop was queued again $1"
}
knows_code_75 || give_up "this Slurm queues tasks again that end with 75"
stop_one "by Slurm, for its exit code 75"
sed -i /^RequeueExit/d "$SLURM_CONF"
scontrol reconfigure
! knows_code_75 || give_up "Slurm has forgotten that code"
stop_one "by itself, where Slurm does not know that code"

touch "$room/let_go"
wait_until "all shards and the merge are over" all_is_over
[ -e study.h5 ] || give_up "the merge leaves a file"
cmp study.h5 ../alone/study.h5 || give_up "the file has the bytes of one process"
say "eight shards, one dead node, two requeued for being stopped, and after the merge the same bytes as one process"
