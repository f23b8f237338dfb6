#!/usr/bin/env python3
"""Measures whole commands beside the tools that people use today and prints Markdown tables.

  Benchmarks/bench.py IBID READER_BENCHMARK [--megabytes 20]

A figure is the median of five runs in processor time (user and system), start-up included; the ratio is
that of the rates of ibid and the peer in the same run. Peers that are not installed are named and left out. The
corpora come from generate.py and stay in Benchmarks/.build/corpora.
"""

import argparse
import os
import pathlib
import pty
import re
import resource
import select
import shutil
import signal
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 5
COUNT_WORDS = "local n = 0 for line in io.lines(arg[1]) do for _ in line:gmatch '%S+' do n = n + 1 end end print(n)"


def corpus(shape, files, kilobytes):
    """The folder of a generated corpus; made once."""
    folder = HERE / ".build" / "corpora" / f"{shape}-{files}x{kilobytes}"
    if not folder.exists():
        partial = folder.with_suffix(".partial")
        command = [sys.executable, HERE / "generate.py", partial, "--shape", shape]
        subprocess.run([*command, "--files", str(files), "--kilobytes", str(kilobytes)], check=True)
        partial.rename(folder)
    return folder


def byte_count(paths):
    return sum(os.path.getsize(path) for path in paths)


def processor_seconds(command):
    """The median processor time of a command and its children."""

    def once():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if result.returncode > 1:
            sys.exit(f"bench: {command[0]} failed: {result.stderr.decode()[:400]}")
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return statistics.median(once() for _ in range(RUNS))


def wall_milliseconds(command, runs=21):
    def once():
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return (time.perf_counter() - start) * 1000

    return statistics.median(once() for _ in range(runs))


def table(title, header, rows):
    print(f"### {title}\n")
    print("| " + " | ".join(header) + " |")
    print("|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print(flush=True)


def rates(title, size, commands):
    """Prints MB/s of each (name, command) and the ratio of the first to it."""
    measured = [(name, size / processor_seconds(command) / 1e6) for name, command in commands]
    ours = measured[0][1]
    rows = [(name, f"{rate:.1f}", f"{ours / rate:.2f}") for name, rate in measured]
    table(f"{title} ({size / 1e6:.1f} MB)", ["command", "MB/s", "ibid's rate is … times as high"], rows)


PEERS = ["wc", "lua5.4", "cmark-gfm", "pandoc"]


def installed(name):
    return shutil.which(name) is not None


def name_missing_peers():
    missing = [name for name in PEERS if not installed(name)]
    if not missing:
        return
    print(f"**NOT INSTALLED AND NOT MEASURED: {', '.join(missing)}**\n", flush=True)
    print(f"bench: WARNING: not installed and not measured: {', '.join(missing)}", file=sys.stderr)


def readers(reader, megabytes):
    """The readers within one process, without start-up, disk or output."""
    rows = []
    shapes = ["prose", "notes", "tables", "mixed", "markdown", "html"]
    for shape in shapes:
        folder = corpus(shape, megabytes * 50, 20)
        output = subprocess.run([reader, folder], check=True, capture_output=True, text=True).stdout
        _, files, size, rate = output.strip().split("\t")
        rows.append((shape, files, f"{int(size) / 1e6:.1f}", rate))
    table("Readers, one core, files of 20 KB in memory", ["shape", "files", "MB", "MB/s"], rows)


def whole_commands(ibid, megabytes):
    big = corpus("prose", 1, megabytes * 1000) / "000000.txt"
    commands = [("ibid parse --format text", [ibid, "parse", "--format", "text", big])]
    if installed("wc"):
        commands.append(("wc -w", ["wc", "-w", big]))
    if installed("lua5.4"):
        commands.append(("lua5.4, counting words", ["lua5.4", "-e", f"arg = {{'{big}'}} {COUNT_WORDS}"]))
    rates("One big text", byte_count([big]), commands)

    markdown = corpus("markdown", 1, megabytes * 1000) / "000000.md"
    commands = [("ibid parse --format text", [ibid, "parse", "--format", "text", markdown])]
    if installed("cmark-gfm"):
        commands.append(("cmark-gfm", ["cmark-gfm", "-e", "table", "-e", "footnotes", markdown]))
    rates("One big Markdown file", byte_count([markdown]), commands)

    files = sorted(corpus("mixed", 100, 20).iterdir())
    commands = [("ibid parse --format json", [ibid, "parse", "--format", "json", *files])]
    if installed("wc"):
        commands.append(("wc -w", ["wc", "-w", *files]))
    if installed("pandoc"):
        commands.append(("pandoc -t json", ["pandoc", "-f", "markdown", "-t", "json", *files]))
    rates("100 texts of 20 KB", byte_count(files), commands)


def plugins(ibid, megabytes):
    folder = corpus("mixed", megabytes * 50, 20)
    size = byte_count(folder.iterdir())
    rows = []
    for plugin in ["counting", "summary", "glossary"]:
        seconds = processor_seconds([ibid, "run", plugin, folder, "-j", "1", "--no-cache", "--quiet"])
        rows.append((f"ibid run {plugin} -j 1", f"{size / seconds / 1e6:.1f}", f"{seconds / (megabytes * 50) * 1000:.2f}"))
    table(f"Plugins over {megabytes * 50} texts of 20 KB", ["command", "MB/s", "ms an article"], rows)


def batches(ibid, megabytes):
    """What a run costs beside its plugins, what it costs again, what a second worker gives, and what it holds."""
    count = megabytes * 500
    folder = corpus("mixed", count, 2)
    files = sorted(folder.iterdir())
    run = [ibid, "run", "counting", folder, "--quiet"]
    commands = [("ibid run counting -j 1", [*run, "-j", "1", "--no-cache"])]
    if installed("wc"):
        commands.append(("wc -w", ["wc", "-w", *files]))
    if installed("lua5.4"):
        # The interpreter takes no arguments after -e, so the names come as a list in the text.
        loop = f"for path in io.lines('{listing(files)}') do arg = {{path}} {COUNT_WORDS} end"
        commands.append(("lua5.4, counting words", ["lua5.4", "-e", loop]))
    rates(f"A batch of {count} texts of 2 KB", byte_count(files), commands)
    again(run, count)
    workers(run)
    overhead(ibid)
    memory(ibid)


def listing(files):
    path = HERE / ".build" / "files.txt"
    path.write_text("".join(f"{file}\n" for file in files))
    return path


def again(run, count):
    cache = HERE / ".build" / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    first = processor_seconds([*run, "-j", "1", "--no-cache"])
    subprocess.run([*run, "--cache", cache], stdout=subprocess.DEVNULL)
    kept = processor_seconds([*run, "--cache", cache])
    rows = [
        ("first run, one worker, no cache", f"{first:.3f}", "1.0"),
        ("again, all kept", f"{kept:.3f}", f"{first / kept:.1f}"),
    ]
    table(f"ibid run counting over {count} texts", ["run", "s of CPU", "times as fast"], rows)


def workers(run):
    wall = [wall_milliseconds([*run, "-j", str(jobs), "--no-cache"], runs=RUNS) for jobs in (1, 2)]
    rows = [(jobs, f"{time:.0f}", f"{wall[0] / time:.2f}") for jobs, time in zip((1, 2), wall)]
    load = f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    table(f"Workers, wall clock, {load}", ["workers", "ms", "times as fast"], rows)


def tiny_documents(count):
    lines = HERE / ".build" / f"tiny-{count}.jsonl"
    if not lines.exists():
        lines.write_text("".join(f'{{"id": "{number}", "text": "Words."}}\n' for number in range(count)))
    return lines


def overhead(ibid):
    count = 20_000
    lines = tiny_documents(count)
    plugin = HERE / ".build" / "nothing.lua"
    plugin.write_text('return { name = "nothing", version = "1.0.0", summary = "", article = function() return 1 end }')
    whole = processor_seconds([ibid, "run", plugin, lines, "-j", "1", "--no-cache", "--quiet"])
    alone = processor_seconds(["sh", "-c", f"'{ibid}' worker --plugin '{plugin}' < '{lines}'"])
    rows = [
        ("worker alone, reading the articles included", f"{alone / count * 1e6:.0f}"),
        ("run with one worker", f"{whole / count * 1e6:.0f}"),
        ("so the supervisor", f"{(whole - alone) / count * 1e6:.0f}"),
    ]
    table(f"{count} documents of one word", ["command", "µs of CPU each"], rows)


def resident(process):
    """Kilobytes that a process holds and has held at most; nothing once it is gone."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
        return [int(re.search(rf"{key}:\s+(\d+)", status)[1]) for key in ("VmRSS", "VmHWM")]
    except (OSError, TypeError):
        return None


def memory(ibid):
    """What supervisor and worker hold in the course of 100,000 documents."""
    count = 100_000
    run = [ibid, "run", "counting", tiny_documents(count), "-j", "1", "--no-cache", "--quiet"]
    process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    samples = []
    while process.poll() is None:
        time.sleep(0.1)
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
        held = [resident(process.pid)]
        held += [resident(child) for child in (children.read_text().split() if children.exists() else [])]
        if len(held) == 2 and all(held):
            samples.append(held)
    if len(samples) < 10:
        sys.exit("bench: the run over 100,000 documents ended too early to look at its memory")
    rows = []
    for number, name in enumerate(["supervisor", "worker"]):
        early, late = samples[len(samples) // 10][number][0], samples[-1][number][0]
        most = max(sample[number][1] for sample in samples)
        rows.append((name, f"{early / 1024:.1f}", f"{late / 1024:.1f}", f"{most / 1024:.1f}"))
    table(f"Memory over {count} documents, MB", ["process", "after a tenth", "at the end", "most"], rows)


def prompt_milliseconds(command, runs=21):
    """The median time from the start of a prompt on a pseudo-terminal to the moment when it takes keys."""

    def once():
        start = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            os.environ["TERM"] = "xterm"
            os.execvp(command[0], [str(word) for word in command])
        shown = b""
        # The editor asks for bracketed paste when it begins to read, then draws its prompt.
        while not re.search(rb"\x1b\[\?2004h.*> ", shown, re.DOTALL):
            if not select.select([terminal], [], [], 10)[0]:
                sys.exit(f"bench: no prompt from {command}")
            shown += os.read(terminal, 65536)
        taken = (time.perf_counter() - start) * 1000
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
        return taken

    return statistics.median(once() for _ in range(runs))


# One for each way in which Lua or C can keep the processor.
ENDLESS = [
    "while true do end",
    "while true do print('line') end",
    "coroutine.wrap(function() while true do end end)()",
    "while true do pcall(function() while true do end end) end",
    "print(setmetatable({}, { __tostring = function() while true do end end }))",
    "('a'):rep(200000):find(('a*'):rep(40) .. 'b')",
    "while true do ('('):rep(10000000):find('%b()') end",
    "while true do ('x'):rep(100000000) end",
    "table.move({}, 1, 1000000000, 1, {})",
    "table.sort(setmetatable({}, { __len = function() return 1000000 end, __index = function() return 1 end, "
    "__newindex = function() end }), function() return true end)",
    "while true do load('x = {' .. ('1,'):rep(1000000) .. '}') end",
    "while true do ('%q'):format(('x'):rep(10000000)) end",
]


def interrupts(ibid):
    """Prints how long it takes from Ctrl-C to the next prompt while something endless runs."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm"
        os.execvp(ibid, [str(ibid), "repl", "--no-history", str(HERE.parent / "corpus" / "seed-vault.txt")])

    def until_prompt():
        shown = b""
        while not re.search(rb"\x1b\[\?2004h.*> ", shown, re.DOTALL):
            if not select.select([terminal], [], [], 10)[0]:
                sys.exit("bench: the prompt does not come back")
            shown = (shown + os.read(terminal, 65536))[-4096:]

    def once(text):
        os.write(terminal, text.encode() + b"\r")
        end = time.perf_counter() + 0.3
        while time.perf_counter() < end:
            if select.select([terminal], [], [], 0.01)[0]:
                os.read(terminal, 65536)
        start = time.perf_counter()
        os.write(terminal, b"\x03")
        until_prompt()
        return (time.perf_counter() - start) * 1000

    until_prompt()
    taken = [once(text) for text in ENDLESS]
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    table(
        "Ctrl-C to the next prompt, wall clock", ["computations", "median ms", "slowest ms"],
        [(len(taken), f"{statistics.median(taken):.1f}", f"{max(taken):.1f}")],
    )


def start_up(ibid):
    rows = [("ibid --version", f"{wall_milliseconds([ibid, '--version']):.1f}")]
    for name, command in [("lua5.4 -v", ["lua5.4", "-v"]), ("pandoc --version", ["pandoc", "--version"])]:
        if installed(command[0]):
            rows.append((name, f"{wall_milliseconds(command):.1f}"))
    article = HERE.parent / "corpus" / "seed-vault.txt"
    prompt = prompt_milliseconds([ibid, "repl", "--no-history", article])
    rows.append(("ibid repl ARTICLE, to the first prompt", f"{prompt:.1f}"))
    table("Start-up, wall clock", ["command", "ms"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ibid")
    parser.add_argument("reader_benchmark")
    parser.add_argument("--only", choices=["batches"], help="measure this part alone")
    parser.add_argument("--megabytes", type=int, default=20, help="of each corpus, about")
    arguments = parser.parse_args()
    version = subprocess.run([arguments.ibid, "--version"], capture_output=True, text=True).stdout.strip()
    print(f"{version}, {os.cpu_count()} cores, corpora of about {arguments.megabytes} MB\n", flush=True)
    name_missing_peers()
    if arguments.only == "batches":
        return batches(arguments.ibid, arguments.megabytes)
    start_up(arguments.ibid)
    interrupts(arguments.ibid)
    readers(arguments.reader_benchmark, arguments.megabytes)
    whole_commands(arguments.ibid, arguments.megabytes)
    plugins(arguments.ibid, arguments.megabytes)
    batches(arguments.ibid, arguments.megabytes)


if __name__ == "__main__":
    main()
