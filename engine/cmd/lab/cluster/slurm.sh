#!/bin/sh
# A sweep as an array of Slurm jobs: each task does one shard, on all processors that it is given.
#
#   sbatch --array=0-39 slurm.sh                    forty shards
#   sbatch --array=0-39 slurm.sh -runs 616 -seed 2  with other dials, as lab sweep takes them
#
# A task that is ended (by its time, by another's priority) is put back into the queue and goes on where it was. To do some
# shards again by hand say of how many they are, for Slurm would count anew:
#
#   SHARDS=40 sbatch --array=3,7 slurm.sh
#
#SBATCH --job-name=sweep
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=256M
#SBATCH --time=1-00:00:00
#SBATCH --signal=TERM@60
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=sweep-%A_%a.log

DIR=${DIR:-runs}       # where the shards go: a folder that all nodes see
LAB=${LAB:-./lab}      # the program, which needs nothing else
SHARD=${SHARDS:+-shard $SLURM_ARRAY_TASK_ID/$SHARDS}

# exec, so that the signals reach the program itself.
# shellcheck disable=SC2086
exec "$LAB" sweep -preset paper $SHARD -procs "${SLURM_CPUS_PER_TASK:-1}" "$@" -o "$DIR"
