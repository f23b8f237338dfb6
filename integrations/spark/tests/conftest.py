import os
import pathlib
import shutil
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]

# Spark starts its workers with the `python3` of the path where nothing else is named, which may lack the packages of this one.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


@pytest.fixture(scope="session")
def ibid():
    """The path of the executable: IBID, else the release build."""
    program = os.environ.get("IBID") or str(ROOT / ".build/release/ibid")
    if not shutil.which(program):
        pytest.fail(f"there is no {program}; make build, or set IBID")
    return program


@pytest.fixture()
def spark():
    """A session in this process; the same for all tests, and a new one after the cluster had its own."""
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]").appName("ibid-spark tests")
        .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50").getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    return session
