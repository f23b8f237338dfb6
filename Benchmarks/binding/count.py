#!/usr/bin/env python3
"""Counts the instructions of a binding's loops with callgrind and prints a Markdown table.

  Benchmarks/binding/count.py IBID [IBID_WITH_SYMBOLS]

A figure is the instructions of one turn: those of 2 N turns less those of N, divided by N, so that start-up, reading
and closing cancel out. The clock of a busy machine does not matter. Needs valgrind, a C compiler and the static
library of Lua 5.4; lupa (`pip install lupa`) is left out where it is not installed.

What limits that are not reached cost the counting plugin is the share of the functions that keep them in all
instructions of a worker over corpus/. The released executable has no names of functions: the share is told for a
second executable that has them, as `swift build -c release -Xswiftc -static-executable` and
`objcopy --strip-debug` make it (valgrind cannot read Swift's debug information).
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PARAGRAPHS = 1_000_000
TARGETS = {"level": 1.2, "text": 1.2, "iterate": 1.5, "arithmetic": 1.05}
TURNS = {"level": 20_000, "text": 20_000, "iterate": 500_000, "arithmetic": 200_000}
# A paragraph of 492 bytes, as long as one of a newspaper is on average.
ROOT = HERE.parents[1]
# The allocator with its counter, the budget of loops in C, and the clock of a run.
LIMIT_FUNCTIONS = re.compile(r"ibid_(allocate|step|attend|deadline_\w+|thread_cpu)|refuses|timer_settime|clock_gettime")
LIMIT_SHARE = 0.05
PARAGRAPH = ("A sentence of words that says little and goes on. " * 10)[:491] + "."


def instructions(command, stdin=None):
    """The instructions that a command executes in user space."""
    with tempfile.NamedTemporaryFile() as out:
        valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", "--"]
        result = subprocess.run([*valgrind, *command], stdin=stdin, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"count: {command[0]} failed: {result.stderr[-400:]}")
        return int(re.search(r"^totals: (\d+)", pathlib.Path(out.name).read_text(), re.M)[1])


def build(folder):
    """The baseline, linked with the same library as ibid."""
    flags = subprocess.run(["pkg-config", "--cflags", "lua5.4"], capture_output=True, text=True).stdout.split()
    program = folder / "baseline"
    libraries = ["-Wl,-Bstatic", "-llua5.4", "-Wl,-Bdynamic", "-lm", "-ldl"]
    subprocess.run(["cc", "-O2", *flags, HERE / "baseline.c", *libraries, "-o", program], check=True)
    return program


def write_request(path, paragraphs):
    """An article of a heading and paragraphs, as a line for `ibid worker`."""
    markdown = "## A heading\n\n" + (PARAGRAPH + "\n\n") + "Words of it.\n\n" * (paragraphs - 1)
    path.write_text(json.dumps({"id": "loop", "markdown": markdown}) + "\n")
    return path


def per_turn(run, loop):
    turns = TURNS[loop]
    return (run(loop, 2 * turns) - run(loop, turns)) / turns


def share_of_limits(ibid, folder):
    """The share of instructions that keep the limits, where counting runs over the texts of corpus/."""
    requests = folder / "requests"
    requests.write_text("".join(
        json.dumps({"id": path.name, "text": path.read_text(encoding="utf-8")}) + "\n"
        for path in sorted((ROOT / "corpus").glob("*.txt"))) * 4)
    out = folder / "limits"
    with open(requests, encoding="utf-8") as stdin:
        subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--", ibid, "worker",
             "--plugin", ROOT / "plugins/counting"],
            stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    listing = subprocess.run(
        ["callgrind_annotate", "--threshold=100", out], capture_output=True, text=True, check=True).stdout
    figures = [(int(count.replace(",", "")), name) for count, name in
               re.findall(r"^ *([\d,]+) \([ \d.]+%\)  \S*?:(.+?)(?: \[|$)", listing, re.M)]
    total = int(re.search(r"^([\d,]+) \(100", listing, re.M)[1].replace(",", ""))
    kept = [(count, name) for count, name in figures if LIMIT_FUNCTIONS.match(name)]
    if not any("ibid_allocate" in name for _, name in kept):
        sys.exit(f"count: {ibid} has no names of functions")
    return sum(count for count, _ in kept) / total


def main():
    ibid = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        baseline = build(folder)
        short, long = write_request(folder / "short", 10), write_request(folder / "long", PARAGRAPHS)

        def by_ibid(loop, times):
            settings = ["--set", f"loop={loop}", "--set", f"times={times}", "--limit", "cpu=100m,memory=4G"]
            with open(long if loop == "iterate" else short, encoding="utf-8") as stdin:
                return instructions([ibid, "worker", "--plugin", HERE / "plugin.lua", *settings], stdin)

        def by_hand(loop, times):
            return instructions([baseline, HERE / "loops.lua", loop, str(times)])

        def by_lupa(loop, times):
            # Objects of Python are made before the loop; a tenth is enough for a figure of one turn.
            count = PARAGRAPHS // 10 if loop == "iterate" else 10
            turns = times // 10 if loop == "iterate" else times
            script = [sys.executable, HERE / "lupa_loops.py", HERE / "loops.lua", loop, str(turns), str(count)]
            return instructions(script) * (10 if loop == "iterate" else 1)

        has_lupa = subprocess.run([sys.executable, "-c", "import lupa.lua54"], capture_output=True).returncode == 0
        print("| loop | ibid | by hand in C | ratio | at most | lupa |")
        print("|---|---:|---:|---:|---:|---:|")
        missed = False
        for loop, target in TARGETS.items():
            own, hand = per_turn(by_ibid, loop), per_turn(by_hand, loop)
            lupa = f"{per_turn(by_lupa, loop):.0f}" if has_lupa else "not installed"
            missed |= own > target * hand
            print(f"| {loop} | {own:.0f} | {hand:.0f} | {own / hand:.2f} | {target} | {lupa} |", flush=True)
        if len(sys.argv) > 2:
            share = share_of_limits(pathlib.Path(sys.argv[2]).resolve(), folder)
            missed |= share > LIMIT_SHARE
            print(f"\nlimits that are not reached: {share:.2%} of the instructions of counting, "
                  f"at most {LIMIT_SHARE:.0%}")
        sys.exit(1 if missed else 0)


main()
