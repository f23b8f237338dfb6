"""Drives `ibid worker`: lines in, lines out, in order, whatever happens to the process."""

import collections
import dataclasses
import os
import selectors
import signal
import subprocess
import time
from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Tuple


class CannotStart(RuntimeError):
    """The worker does not come up; the task fails, so that Spark tries it elsewhere."""


@dataclasses.dataclass(frozen=True)
class Command:
    """How to start a worker.

    plugins: names or paths as `ibid worker --plugin` takes them.
    options: `{"top": 5}` for one plugin, `{"counting.top": 5}` for several.
    limits: such as `cpu=5s,memory=1G`; None for the defaults.
    program: the path of `ibid` on the executors.
    deadline: the seconds by the clock after which an article without an answer is given up.
    sends_files: whether files that plugins write come in their records.
    """

    plugins: Sequence[str]
    options: Dict[str, object] = dataclasses.field(default_factory=dict)
    limits: Optional[str] = None
    program: str = "ibid"
    deadline: float = 60.0
    sends_files: bool = False

    def arguments(self) -> List[str]:
        words = [self.program, "worker", "--plugin", ",".join(self.plugins)]
        for name, value in sorted(self.options.items()):
            text = str(value).lower() if isinstance(value, bool) else str(value)
            words += ["--set", f"{name}={text}"]
        words += ["--limit", self.limits] if self.limits else []
        return words + (["--files", "inline"] if self.sends_files else [])


@dataclasses.dataclass(frozen=True)
class Lost:
    """Stands for the answers of a request whose process died of it."""

    status: str
    message: str


# What is sent ahead of the answers. More than this only fills pipes and memory.
AHEAD_LINES = 64
AHEAD_BYTES = 1 << 20
CHUNK = 1 << 16


class _Process:
    """One running worker, with both of its pipes non-blocking: one loop serves them, so neither side can wait for the other."""

    def __init__(self, command: Command):
        try:
            self.child = subprocess.Popen(
                command.arguments(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        except OSError as error:
            raise CannotStart(f"{command.program}: {error.strerror}") from error
        self.input = bytearray()
        self.output = bytearray()
        self.selector = selectors.DefaultSelector()
        for stream in (self.child.stdin, self.child.stdout):
            os.set_blocking(stream.fileno(), False)
        self.selector.register(self.child.stdout, selectors.EVENT_READ)
        self.is_writing = False
        self.is_open = True

    def send(self, line: bytes) -> None:
        self.input += line + b"\n"

    def lines(self, timeout: float) -> List[bytes]:
        """The whole lines that have come; waits for something to do, at most `timeout` seconds."""
        self._watch_input()
        for key, _ in self.selector.select(timeout):
            if key.fileobj is self.child.stdin:
                self._write()
            else:
                self._read()
        *whole, rest = self.output.split(b"\n")
        self.output = bytearray(rest)
        return [bytes(line) for line in whole]

    def _watch_input(self) -> None:
        if bool(self.input) == self.is_writing:
            return
        self.is_writing = bool(self.input)
        if self.is_writing:
            self.selector.register(self.child.stdin, selectors.EVENT_WRITE)
        else:
            self.selector.unregister(self.child.stdin)

    def _write(self) -> None:
        try:
            written = os.write(self.child.stdin.fileno(), self.input[:CHUNK])
            del self.input[:written]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self.input.clear()

    def _read(self) -> None:
        try:
            chunk = os.read(self.child.stdout.fileno(), CHUNK)
        except BlockingIOError:
            return
        self.output += chunk
        self.is_open = bool(chunk)

    def end(self, kill: bool = False) -> int:
        """Ends the process; its status as `subprocess` gives it."""
        self.selector.close()
        self.child.stdin.close()
        self.child.stdout.close()
        if kill:
            self.child.kill()
        try:
            return self.child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.child.kill()
            return self.child.wait()


def answers(
    command: Command, requests: Iterable[Tuple[object, bytes]], per_request: int
) -> Iterator[Tuple[object, List]]:
    """Each request with its answers, in the order of the requests.

    requests: pairs of anything and a line of JSON without its line end.
    per_request: how many lines answer one request: one for each plugin.

    Yields `(anything, [bytes, …])`, or `(anything, [Lost])` where the process died of the request twice: once in
    company, once as the first request of a new process. Raises CannotStart when a process ends before it
    answers anything at all, or cannot be started.
    """
    requests = iter(requests)
    waiting: collections.deque = collections.deque()
    suspect = None
    is_exhausted = False
    while True:
        process = _Process(command)
        for _, line in waiting:
            process.send(line)
        received: List[bytes] = []
        has_answered = False
        since = time.monotonic()
        try:
            while True:
                while not is_exhausted and _has_room(waiting, process):
                    request = next(requests, None)
                    is_exhausted = request is None
                    if request is not None:
                        # The deadline of the first request counts from when it is sent.
                        since = since if waiting else time.monotonic()
                        waiting.append(request)
                        process.send(request[1])
                if not waiting:
                    return
                left = since + command.deadline - time.monotonic()
                if left <= 0:
                    failure = Lost("timeout", f"no answer within {command.deadline:g} seconds")
                    break
                received += process.lines(left)
                while len(received) >= per_request:
                    key, _ = waiting.popleft()
                    has_answered, since, suspect = True, time.monotonic(), None
                    yield key, received[:per_request]
                    del received[:per_request]
                if not process.is_open:
                    failure = Lost("crashed", "")
                    break
        finally:
            status = process.end(kill=bool(waiting))
        if failure.status == "crashed":
            failure = Lost("crashed", _cause(status))
            if status == 2 and not has_answered:
                raise CannotStart(f"{' '.join(command.arguments())}: exit status 2, see its standard error")
        key, line = waiting[0]
        if suspect is line or failure.status == "timeout":
            waiting.popleft()
            suspect = None
            yield key, [failure]
        else:
            suspect = line


def _has_room(waiting: collections.deque, process: _Process) -> bool:
    return len(waiting) < AHEAD_LINES and len(process.input) < AHEAD_BYTES


def _cause(status: int) -> str:
    if status >= 0:
        return f"the worker ended with exit status {status}"
    try:
        return f"the worker died of {signal.Signals(-status).name}"
    except ValueError:
        return f"the worker died of signal {-status}"
