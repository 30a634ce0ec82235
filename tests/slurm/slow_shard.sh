#!/usr/bin/env bash
# What test_slurm.sh has Slurm run in the program's place: a shard lives in short bursts until it has put something
# on disk, and then stands still until it is told to stop, or all are let go. So it never ends before the test has
# reached it, however fast the machine is, and it waits without work.
# Usage: HEADROOM_PROGRAM=... ROOM=... slow_shard.sh ARGUMENTS OF THE PROGRAM
# ROOM/standing/SHARD is there while a shard stands still; ROOM/let_go lets all of them go.
set -uo pipefail

[ "${1:-}" = study ] || exec "$HEADROOM_PROGRAM" "$@"
shard=${SLURM_ARRAY_TASK_ID:?}
standing=$ROOM/standing/$shard
parts_on_disk() { compgen -G "study.h5.shards/shard-$shard-of-*.parts/*.part" | wc -l; }

before=$(parts_on_disk)
told=
"$HEADROOM_PROGRAM" "$@" &
program=$!
trap 'told=1; kill -TERM "$program"; kill -CONT "$program"' TERM
while [ -z "$told" ] && [ ! -e "$ROOM/let_go" ] && kill -STOP "$program" 2>/dev/null; do
    sleep 0.2
    if [ "$(parts_on_disk)" -gt "$before" ]; then
        touch "$standing"
    else
        kill -CONT "$program"
        sleep 0.02
    fi
done
rm -f "$standing"
kill -CONT "$program" 2>/dev/null
wait "$program"
code=$?
[ -z "$told" ] || { wait "$program" && code=0 || code=$?; }
exit "$code"
