#!/usr/bin/env bash
# Does the long work (a large import) beside the pages: worker.sh PYTHON. A worker that falls is followed by another one; told to
# stop, it finishes what it has begun.
trap 'kill -TERM "$worker" 2>/dev/null; exit' TERM
while :; do
    setpriv --pdeathsig TERM -- "$1" manage.py db_worker --no-reload --interval 1 --verbosity 0 &
    worker=$!
    wait "$worker"
    sleep 1
done
