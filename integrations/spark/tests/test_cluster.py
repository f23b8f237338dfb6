"""A cluster that loses a worker in the middle gives what one machine gives, byte for byte.

IBID_SPARK_ARTICLES says how many articles, 100,000 without it.
"""

import json
import os
import subprocess
import threading

import cluster as clusters
import corpus
import ibid_spark
import pytest

COUNT = int(os.environ.get("IBID_SPARK_ARTICLES") or 100_000)


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    corpus.write_parquet(folder / "pages", COUNT, files=8)
    with open(folder / "pages.jsonl", "w", encoding="utf-8") as lines:
        for number in range(COUNT):
            article = corpus.article(number)
            lines.write(json.dumps({"id": article["id"], "text": article["text"]}) + "\n")
    return folder


@pytest.fixture()
def cluster(tmp_path):
    try:
        cluster = clusters.Cluster(tmp_path)
    except RuntimeError as error:
        # Nothing of ibid has run yet: what the machine does not allow is no failure of it, and must be heard.
        pytest.exit(f"THE CLUSTER DID NOT START, ITS TESTS DID NOT RUN: {error}", returncode=77)
    yield cluster
    cluster.stop()


@pytest.fixture()
def session(cluster):
    from pyspark.sql import SparkSession

    # A process has one session at a time.
    if local := SparkSession.getActiveSession():
        local.stop()
    os.environ["PYSPARK_PYTHON"] = cluster.environment["PYSPARK_PYTHON"]
    session = (
        SparkSession.builder.master(cluster.url).appName("ibid-spark cluster").config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1").config("spark.executor.memory", "1g").config("spark.executor.cores", "1")
        .config("spark.sql.files.maxPartitionBytes", str(4 << 20))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500").getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    # Not the session of another test.
    assert session.sparkContext.master == cluster.url
    yield session
    session.stop()


@pytest.fixture(scope="module")
def one_machine(ibid, articles):
    """The lines of the records of one machine, and the line of the total, for a plugin."""
    def run(plugin):
        results = articles / f"{plugin}.json"
        subprocess.run(
            [ibid, "run", plugin, articles / "pages.jsonl", "--no-cache", "--quiet", "--results", results], check=True)
        with open(results, encoding="utf-8") as lines:
            inner = [line.rstrip("\n,") for line in lines if line.startswith(('{"input"', '{"plugin"'))]
        return inner[:-1], inner[-1]

    return run


class Killer(threading.Thread):
    """Kills a worker once a quarter of the tasks of a large stage is done."""

    def __init__(self, cluster, session):
        super().__init__(daemon=True)
        self.cluster = cluster
        self.tracker = session.sparkContext.statusTracker()
        self.is_over = threading.Event()
        self.tasks = None

    def run(self):
        while not self.is_over.wait(0.02):
            for stage in map(self.tracker.getStageInfo, self.tracker.getActiveStageIds()):
                if stage and stage.numTasks >= 4 and stage.numCompletedTasks >= stage.numTasks // 4:
                    self.cluster.kill("worker-2")
                    self.tasks = stage.numCompletedTasks, stage.numTasks
                    return


def line_of(row) -> str:
    """The record as a worker writes it, from its columns, where it is `ok` and has no findings."""
    return f'{{"input":{json.dumps(row["id"])},"plugin":{json.dumps(row["plugin"])},"status":"ok","result":{row["json"]}}}'


@pytest.mark.parametrize("plugin", ["counting", "glossary"])
def test_a_cluster_that_loses_a_worker_gives_what_one_machine_gives(
    plugin, cluster, session, articles, one_machine, ibid, tmp_path
):
    frame = session.read.parquet(str(articles / "pages"))
    killer = Killer(cluster, session)
    killer.start()
    ibid_spark.run(frame, plugin, program=ibid).write.parquet(str(tmp_path / "records"))
    killer.is_over.set()
    killer.join()
    assert killer.tasks, "the job was over before a worker could be killed"
    completed, tasks = killer.tasks
    print(f"{plugin}: worker-2 killed after {completed} of {tasks} tasks")
    records = session.read.parquet(str(tmp_path / "records")).orderBy("id").cache()
    lines, total = one_machine(plugin)
    assert len(lines) == COUNT
    found = records.select("id", "plugin", "status", "json").toLocalIterator(prefetchPartitions=True)
    count = 0
    for line, row in zip(lines, found):
        assert row["status"] == "ok"
        assert line_of(row) == line
        count += 1
    assert count == COUNT
    assert records.count() == COUNT
    assert f'{{"plugin":"{plugin}","total":{ibid_spark.total_json(records, plugin, program=ibid)}}}' == total
