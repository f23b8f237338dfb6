"""Web archives as Spark data frames."""

import glob
import json
import subprocess
from typing import Iterable, Iterator, List, Optional, Sequence, Union

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from .frames import FORMATS
from .worker import CannotStart

_COLUMNS = ("id", "format", "text", "problem")

# Texts are handed over by so many characters, not by number: pages differ by a factor of a thousand.
_BATCH = 4 << 20


def read_archives(
    spark: SparkSession, paths: Union[str, Sequence[str]], program: str = "ibid", partitions: Optional[int] = None
) -> DataFrame:
    """The articles of web archives (WARC, WET, also with gzip or Zstandard): a row for each, in the archives' order.

    paths: files or patterns, on a disk that the driver and the executors see under the same name. JSON Lines files and
      folders of articles are read as well.
    partitions: how many tasks share the files; one for each file where nothing is said.

    Columns: `id` (the target URI), `format` (`text`, `markdown` or `html`), `text`, and `problem`: why a record could
    not be read, where `format` and `text` are null. Pass them to `run` with `format="format"` and
    `problem="problem"`.
    """
    patterns = [paths] if isinstance(paths, str) else list(paths)
    files: List[str] = []
    for pattern in patterns:
        files += sorted(glob.glob(pattern)) or [pattern]
    numbered = spark.sparkContext.parallelize([(file,) for file in files], partitions or max(1, len(files)))
    frame = spark.createDataFrame(numbered, "path string")
    return frame.mapInArrow(_task(program), ", ".join(f"{name} string" for name in _COLUMNS))


def _task(program: str):
    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for path in batch.column("path").to_pylist():
                yield from _read(program, path)

    return work


def _read(program: str, path: str) -> Iterator[pa.RecordBatch]:
    try:
        # What it says of records goes to the executor's log.
        process = subprocess.Popen([program, "documents", path], stdout=subprocess.PIPE)
    except OSError as error:
        raise CannotStart(f"{program}: {error.strerror}") from error
    with process:
        rows: List[dict] = []
        size = 0
        for line in process.stdout:
            rows.append(_row(json.loads(line)))
            size += len(line)
            if size >= _BATCH:
                yield _batch(rows)
                rows, size = [], 0
        if rows:
            yield _batch(rows)
    # 1 says that there were rows with a problem. Everything else would lose what was not read: the task fails.
    if process.returncode not in (0, 1):
        raise CannotStart(f"{program} documents {path}: exit status {process.returncode}, see the executor's log")


def _row(document: dict) -> dict:
    format = next((name for name in FORMATS if name in document), None)
    text = document[format] if format else None
    return {"id": document["id"], "format": format, "text": text, "problem": document.get("problem")}


def _batch(rows: List[dict]) -> pa.RecordBatch:
    arrays = [pa.array([row[name] for row in rows], type=pa.string()) for name in _COLUMNS]
    return pa.RecordBatch.from_arrays(arrays, names=list(_COLUMNS))
