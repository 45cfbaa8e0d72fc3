"""A cluster of two workers; with `kill`, one of them is killed once it works and something is done. Ends with its input."""

import logging
import os
import signal
import sys
import threading
import time

from distributed import LocalCluster
from distributed.scheduler import Scheduler


def kill_one(scheduler: Scheduler, pids: dict[str, int]) -> None:
    """Kill a worker in the middle of its work."""
    while True:
        done = sum(state.metrics.get("task_counts", {}).get("memory", 0) for state in scheduler.workers.values())
        busy = [address for address, state in list(scheduler.workers.items()) if state.processing]
        seen = done or sum(event == "memory" for _, _, event, *_ in list(scheduler.transition_log))
        if seen >= 2 and busy:
            os.kill(pids[busy[0]], signal.SIGKILL)
            sys.stdout.write("killed\n")
            sys.stdout.flush()
            return
        time.sleep(0.005)


if __name__ == "__main__":
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        client = cluster.get_client()
        pids = client.run(os.getpid)
        client.close()
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        if sys.argv[1:] == ["kill"]:
            threading.Thread(target=kill_one, args=(cluster.scheduler, pids), daemon=True).start()
        sys.stdin.read()
