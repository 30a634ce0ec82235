#!/usr/bin/env bash
# A real Slurm of one node, for tests: everything in one folder, run by whoever calls it, without systemd.
# Usage: one_node.sh up FOLDER      starts it; then: export SLURM_CONF=FOLDER/slurm.conf
#        one_node.sh kill FOLDER    the node dies as if its power were cut, with all that runs on it
#        one_node.sh revive FOLDER  and comes back
#        one_node.sh hurry FOLDER   tasks queued again start at once
#        one_node.sh down FOLDER    ends it
# Needs Debian's slurm-wlm, munge and procps.
set -euo pipefail

doing=${1:-} folder=${2:-}
[ -n "$folder" ] || { sed -n '2,/^# Needs/s/^# \{0,1\}//p' "$0" && exit 2; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
node=$(hostname -s)
user=$(id -un)
export SLURM_CONF=$folder/slurm.conf
PATH=$PATH:/usr/sbin

# The key that Slurm's parts know each other by. What lies under /tmp counts as unsafe, hence --force.
start_munge() {
    mkdir -p "$folder/munge" "$folder/log"
    chmod 0711 "$folder/munge"
    head -c 1024 /dev/urandom >"$folder/munge/key"
    chmod 0400 "$folder/munge/key"
    munged --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --seed-file="$folder/munge/seed" \
        --pid-file="$folder/munge/pid" --log-file="$folder/log/munged.log" 2>>"$folder/log/munged.log"
}

# No cgroups and no accounting, which would need a system of its own. Tasks that end with 75 are queued again.
# Two tasks at a time, however many cores there are, so that a test has both running and waiting ones.
write_configuration() {
    mkdir -p "$folder/state" "$folder/spool"
    cat >"$SLURM_CONF" <<CONFIGURATION
ClusterName=headroom
SlurmctldHost=$node(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CredType=cred/munge
SlurmctldPort=16817
SlurmdPort=16818
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
JobRequeue=1
RequeueExit=75
SchedulerParameters=sched_interval=1,batch_sched_delay=0,bf_interval=1
KillWait=5
SlurmdParameters=config_overrides
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=$node Default=YES MaxTime=60 State=UP OverSubscribe=NO
CONFIGURATION
    printf '%s\n' CgroupPlugin=cgroup/v1 ConstrainCores=no ConstrainRAMSpace=no ConstrainDevices=no \
        >"$folder/cgroup.conf"
}

start_node() {
    local i
    slurmd -f "$SLURM_CONF"
    # Refused where the node has come back by itself meanwhile.
    [ -z "${1:-}" ] || scontrol update NodeName="$node" State=RESUME 2>/dev/null || true
    for ((i = 0; i < 150; ++i)); do
        case $(sinfo -h -o %T 2>/dev/null) in idle | mixed | allocated) return ;; esac
        sleep 0.2
    done
    sinfo -l >&2 || true
    tail -n 5 "$folder"/log/*.log >&2
    return 1
}

# The sessions of the steps that this node's daemon started: each step leads one, and its job belongs to it.
sessions_of_steps() {
    local step
    for step in $(pgrep slurmstepd); do
        grep -qzxF "SLURM_CONF=$SLURM_CONF" "/proc/$step/environ" 2>/dev/null && ps -o sid= -p "$step"
    done
}

# The controller would need minutes to see that the node is gone, so it is told.
cut_the_power() {
    local session
    kill -KILL "$(cat "$folder/slurmd.pid")"
    for session in $(sessions_of_steps); do pkill -KILL -s "$session" || true; done
    scontrol update NodeName="$node" State=DOWN Reason="power cut"
}

end_all() {
    local name pid i
    scancel --quiet --user="$user" 2>/dev/null || true
    for name in slurmd.pid slurmctld.pid munge/pid; do
        pid=$(cat "$folder/$name" 2>/dev/null) || continue
        kill "$pid" 2>/dev/null || true
        for ((i = 0; i < 100; ++i)); do
            if ! kill -0 "$pid" 2>/dev/null; then break; fi
            sleep 0.1
        done
    done
    for pid in $(sessions_of_steps); do pkill -KILL -s "$pid" || true; done
}

case $doing in
up)
    start_munge
    write_configuration
    slurmctld -f "$SLURM_CONF" -c
    start_node
    ;;
kill) cut_the_power ;;
revive) start_node again ;;
# A task that is queued again otherwise waits two minutes, in case the node needs them.
hurry) for job in $(squeue -h -r -t PENDING -o %A); do scontrol update JobId="$job" StartTime=now 2>/dev/null || true; done ;;
down) end_all ;;
*) exit 2 ;;
esac
