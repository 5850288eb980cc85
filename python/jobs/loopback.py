"""A cluster of Spark's own on this machine, the archive job on it, and what both cost.

    python python/jobs/loopback.py --out out --paths paths.txt                    # a master, two workers of one core
    python python/jobs/loopback.py --out out --paths paths.txt --kill-worker 20   # one killed once 20 files are read
    python python/jobs/loopback.py --out out --paths paths.txt --threads 2        # the same without Spark

Wants Linux, pyspark and the Java that it runs on. After each line of the job stand the seconds of all processors that
it has taken so far, with Spark's own processes.
"""

import argparse
import contextlib
import json
import os
import pathlib
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request

JOB = pathlib.Path(__file__).with_name("archive.py")

#: How often processes are looked at, in seconds. What one takes after the last look is not counted.
LOOK = 0.2

#: How long a cluster may take to come up, in seconds.
PATIENCE = 120


def main():
    args = asked()
    # Whoever ends this ends what it has started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began, costs = time.monotonic(), Costs()
    with contextlib.ExitStack() as stack:
        line, cluster = [sys.executable, JOB, "--threads", args.threads], None
        if not args.threads:
            cluster = stack.enter_context(Cluster(args, costs))
            line = [*cluster.submit, JOB, *(["--compare-on-cluster"] if args.compare_on_cluster else [])]
        job = stack.enter_context(started([*line, "--out", args.out, "--paths", args.paths], costs, stdout=subprocess.PIPE))
        follow(job, args, cluster, costs)
        status = job.wait()
        costs.look()
    print(f"all: {time.monotonic() - began:.1f} s, {costs.seconds():.1f} s of processors", flush=True)
    sys.exit(status)


def follow(job, args, cluster, costs):
    """Passes on what the job says; kills a worker once enough is read."""
    said = queue.SimpleQueue()
    hearing = threading.Thread(target=lambda: [said.put(line) for line in job.stdout], daemon=True)
    hearing.start()
    to_kill = args.kill_worker if cluster else None
    while hearing.is_alive() or not said.empty():
        costs.look()
        while not said.empty():
            print(f"{said.get().decode().rstrip()}  [{costs.seconds():.1f} s of processors]", flush=True)
        if to_kill is not None and read(args.out) >= to_kill:
            to_kill = None
            print(f"killed {cluster.kill()} processes: a worker, its executor and what that had started", flush=True)
        time.sleep(LOOK)


def read(out):
    return sum(1 for _ in (out / "manifest").glob("*.json"))


class Cluster:
    """A master and workers on the loopback interface."""

    def __init__(self, args, costs):
        import pyspark

        home = pathlib.Path(pyspark.__file__).parent
        self.args, self.costs, self.stack = args, costs, contextlib.ExitStack()
        self.start = [home / "bin" / "spark-class", "-Xmx256m"]
        self.port, self.page = free(), free()
        self.url = f"spark://127.0.0.1:{self.port}"
        self.submit = [home / "bin" / "spark-submit", "--master", self.url, "--driver-memory", "2g"]
        self.submit += ["--executor-memory", args.memory, "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR"]
        self.environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
        self.environment |= {"PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
        self.environment |= {"SPARK_DAEMON_MEMORY": "256m", "SPARK_WORKER_DIR": str(args.out / "spark")}

    def __enter__(self):
        os.environ.update(self.environment)
        self.args.out.mkdir(parents=True, exist_ok=True)
        self.log = self.stack.enter_context(open(self.args.out / "spark.log", "ab"))
        where = ["--host", "127.0.0.1"]
        self._start("master.Master", *where, "--port", self.port, "--webui-port", self.page)
        self._wait(lambda state: True)
        cores = ["--cores", self.args.cores, "--memory", self.args.memory, "--webui-port", 0, self.url]
        self.workers = [self._start("worker.Worker", *where, *cores) for _ in range(self.args.workers)]
        self._wait(lambda state: state["aliveworkers"] == self.args.workers)
        return self

    def __exit__(self, *error):
        self.costs.look()
        return self.stack.__exit__(*error)

    def kill(self):
        """Kills a worker and all that it started, without warning: how many processes."""
        gone = descendants(self.workers[0].pid)
        for pid in gone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return len(gone)

    def _start(self, name, *words):
        line = [self.start[0], f"org.apache.spark.deploy.{name}", *map(str, words)]
        return self.stack.enter_context(started(line, self.costs, stdout=self.log, stderr=self.log))

    def _wait(self, ready):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(OSError, ValueError):
                with urllib.request.urlopen(f"http://127.0.0.1:{self.page}/json/", timeout=5) as page:
                    if ready(json.load(page)):
                        return
            time.sleep(LOOK)
        sys.exit(f"Spark did not come up; see {self.args.out / 'spark.log'}")


@contextlib.contextmanager
def started(line, costs, **pipes):
    """A process in a session of its own, whose processes end with it."""
    process = subprocess.Popen([str(word) for word in line], start_new_session=True, **pipes)
    costs.sessions.add(process.pid)
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
                break


class Costs:
    """Processor time of all processes of some sessions, those that have ended too."""

    def __init__(self):
        self.sessions, self.of_process = set(), {}

    def look(self):
        for pid, stat in stats():
            if int(stat[3]) in self.sessions:
                self.of_process[pid, stat[19]] = int(stat[11]) + int(stat[12])

    def seconds(self):
        return sum(self.of_process.values()) / os.sysconf("SC_CLK_TCK")


def stats():
    """Each process with what the system tells of it, from its state on."""
    for file in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            yield int(file.parent.name), file.read_text().rpartition(")")[2].split()


def descendants(pid):
    """A process and all that it started."""
    parents = {child: int(stat[1]) for child, stat in stats()}
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def free():
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def absolute(path):
    """Workers have working directories of their own."""
    return pathlib.Path(path).absolute()


def asked():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paths", type=pathlib.Path, required=True, help="a file with a path a line")
    parser.add_argument("--out", type=absolute, required=True, help="where everything is put")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cores", type=int, default=1, help="of each worker")
    parser.add_argument("--memory", default="2g", help="of each worker")
    parser.add_argument("--kill-worker", type=int, metavar="FILES", help="kills one once so many files are read")
    parser.add_argument("--compare-on-cluster", action="store_true", help="as of archive.py")
    parser.add_argument("--threads", type=int, help="without Spark: so many threads")
    return parser.parse_args()


if __name__ == "__main__":
    main()
