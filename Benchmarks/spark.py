#!/usr/bin/env python3
"""Measures what Spark adds to the work of ibid, and prints a Markdown table: Benchmarks/spark.py IBID [--articles 20000]

The same generated articles go through `ibid run -j 1` and through ibid-spark with one task at a time, from Parquet and with
the records thrown away. A figure is articles for a second of processor time, of all processes that take part: for Spark the
virtual machine, its Python and the workers, after a first pass that warms them up. So it is throughput per core, also on a
machine that has other work. Needs PySpark, PyArrow and Java; `make test-spark` makes such an environment.
"""

import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SPARK = HERE.parent / "integrations/spark"
sys.path[:0] = [str(SPARK / "src"), str(SPARK / "tests")]

import corpus  # noqa: E402
import ibid_spark  # noqa: E402

RUNS = 3
TICK = os.sysconf("SC_CLK_TCK")


def tree_seconds(root):
    """The processor time of a process and all below it, with that of children that have ended."""
    parents, times = {}, {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = open(f"/proc/{entry}/stat").read().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry)] = int(fields[1])
            times[int(entry)] = sum(map(int, fields[11:15])) / TICK
    def below(pid):
        return times.get(pid, 0) + sum(below(child) for child, parent in parents.items() if parent == pid)
    return below(root)


def of_run(ibid, plugin, pages):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [ibid, "run", plugin, pages, "-j", "1", "--no-cache", "--quiet", "--format", "jsonl"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def of_spark(spark, ibid, plugin, folder, columns):
    root = os.getpid()
    before = tree_seconds(root)
    records = ibid_spark.run(spark.read.parquet(str(folder)), plugin, program=ibid)
    records.select(*columns).write.format("noop").mode("overwrite").save()
    return tree_seconds(root) - before


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ibid")
    parser.add_argument("--articles", type=int, default=20_000)
    arguments = parser.parse_args()
    ibid, count = str(pathlib.Path(arguments.ibid).resolve()), arguments.articles
    from pyspark.sql import SparkSession

    with tempfile.TemporaryDirectory(prefix="ibid-bench-spark-") as name:
        folder = pathlib.Path(name)
        corpus.write_parquet(folder / "pages", count, files=4)
        articles = [corpus.article(number) for number in range(count)]
        (folder / "pages.jsonl").write_text(
            "".join(json.dumps({"id": article["id"], "text": article["text"]}) + "\n" for article in articles))
        size = sum(len(article["text"].encode()) for article in articles) / count / 1000
        spark = (
            SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.showConsoleProgress", "false").getOrCreate())
        spark.sparkContext.setLogLevel("ERROR")
        print(f"{count} articles of {size:.1f} KB; articles for a second of processor time, median of {RUNS} runs\n")
        print("| plugin | `ibid run` | Spark, JSON | share | Spark, typed | share |\n|---|---|---|---|---|---|")
        for plugin in ("counting", "glossary"):
            of_spark(spark, ibid, plugin, folder / "pages", ["id", "status", "result", "json"])
            here, raw, typed = [], [], []
            for _ in range(RUNS):
                here.append(of_run(ibid, plugin, folder / "pages.jsonl"))
                raw.append(of_spark(spark, ibid, plugin, folder / "pages", ["id", "status", "json"]))
                typed.append(of_spark(spark, ibid, plugin, folder / "pages", ["id", "status", "result"]))
            rates = [count / statistics.median(seconds) for seconds in (here, raw, typed)]
            print(
                f"| {plugin} | {rates[0]:.0f} | {rates[1]:.0f} | {rates[1] / rates[0]:.2f} "
                f"| {rates[2]:.0f} | {rates[2] / rates[0]:.2f} |", flush=True)
        spark.stop()


if __name__ == "__main__":
    main()
