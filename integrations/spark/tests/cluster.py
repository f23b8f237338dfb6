"""A standalone cluster of Spark on this machine: a master, and workers on loopback addresses of their own."""

import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

import pyspark

HOME = pathlib.Path(os.environ.get("SPARK_HOME") or pathlib.Path(pyspark.__file__).parent)
DAEMON = [str(HOME / "bin/spark-class")]


class Cluster:
    """Master and workers, each a process group of its own that can be killed whole."""

    def __init__(self, folder: pathlib.Path, workers: int = 2):
        self.folder = folder
        self.port = _free_port()
        self.processes = {}
        self.environment = {
            **os.environ, "SPARK_HOME": str(HOME), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_DIRS": str(folder / "local"),
            "SPARK_WORKER_DIR": str(folder / "work"), "SPARK_DAEMON_MEMORY": "512m"}
        self._start("master", "org.apache.spark.deploy.master.Master", "-h", "127.0.0.1", "-p", str(self.port), "--webui-port", "0")
        self._await("master", "I have been elected leader")
        for number in range(1, workers + 1):
            self._start(
                f"worker-{number}", "org.apache.spark.deploy.worker.Worker", "-h", f"127.0.0.{number}", "-c", "1", "-m", "2G",
                "--webui-port", "0", self.url)
        for number in range(1, workers + 1):
            self._await(f"worker-{number}", "Successfully registered with master")

    @property
    def url(self) -> str:
        return f"spark://127.0.0.1:{self.port}"

    def _start(self, name, *arguments):
        with open(self.folder / f"{name}.log", "wb") as log:
            self.processes[name] = subprocess.Popen(
                [*DAEMON, *arguments], env=self.environment, stdout=log, stderr=log, start_new_session=True)

    def _await(self, name, words, seconds=60):
        log = self.folder / f"{name}.log"
        end = time.monotonic() + seconds
        while words not in log.read_text(errors="replace"):
            if self.processes[name].poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{name} did not start:\n{log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.1)

    def kill(self, name) -> None:
        """Ends a process with all that it started, as a machine ends that loses its power."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for name in list(self.processes):
            self.kill(name)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
