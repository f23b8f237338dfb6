"""Records of plugins as Spark data frames."""

import json
from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Union

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .worker import Command, Lost, answers

FINDING = "struct<code:string,level:string,message:string,line:bigint,column:bigint,kind:string>"
ERROR = "struct<message:string,plugin_line:string,article_line:bigint,traceback:string>"

# The columns in which a task hands over its records; JSON where the shape is the plugin's business.
_WIRE = "id {id}, plugin string, status string, result string, findings string, error string"


def run(
    articles: DataFrame,
    plugin: Union[str, Sequence[str]],
    text: str = "text",
    id: str = "id",
    format: str = "text",
    options: Optional[Dict[str, object]] = None,
    result: Optional[str] = None,
    limits: Optional[str] = None,
    program: str = "ibid",
    deadline: float = 60.0,
) -> DataFrame:
    """Runs plugins on each row: a row for each article and plugin.

    plugin: a name or path as `ibid run` takes it, or several.
    text, id: the columns with the article's text and its identifier. The identifier keeps its type.
    format: `text`, `markdown` or `html`: what the column `text` holds.
    result: the type of the plugin's result as Spark writes it, such as `struct<words:bigint>`. Without it the
      column `result` holds JSON.

    Columns: the identifier, `plugin`, `status`, `result`, `findings`, `error`. There is a row for whatever
    happened: a text that is null has the status `error`, an article that the worker died of `crashed`.
    """
    if format not in ("text", "markdown", "html"):
        raise ValueError(f"format is text, markdown or html, not {format!r}")
    plugins = [plugin] if isinstance(plugin, str) else list(plugin)
    command = Command(plugins, dict(options or {}), limits, program, deadline)
    articles = articles.select(F.col(id).alias("id"), F.col(text).cast("string").alias("text"))
    schema = _WIRE.format(id=articles.schema["id"].dataType.simpleString())
    wire = articles.mapInArrow(_task(command, format), schema)
    typed = F.from_json("result", result) if result else F.col("result")
    return wire.select(
        F.col("id").alias(id), "plugin", "status", typed.alias("result"),
        F.from_json("findings", f"array<{FINDING}>").alias("findings"),
        F.from_json("error", ERROR).alias("error"))


def explain(articles: DataFrame, plugin: Union[str, Sequence[str]], **settings) -> None:
    """Prints what runs where: the command on the executors and Spark's plan around it."""
    program = settings.get("program", "ibid")
    plugins = [plugin] if isinstance(plugin, str) else list(plugin)
    command = Command(plugins, dict(settings.get("options") or {}), settings.get("limits"), program)
    print(f"each task, on its executor:  {' '.join(command.arguments())}")
    print("merge:  within each partition on its executor, then sixteen neighbours at a time")
    print("finish: on the driver")
    run(articles, plugin, **settings).explain()


def _task(command: Command, format: str):
    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows = _Rows()
        for (key, name), lines in answers(command, _requests(batches, format), len(command.plugins)):
            if isinstance(lines[0], Lost):
                rows.add_lost(key, command.plugins, lines[0])
            else:
                for line in lines:
                    rows.add(key, json.loads(line))
            if len(rows) >= 1024:
                yield rows.batch()
        if len(rows):
            yield rows.batch()

    return work


def _requests(batches: Iterable[pa.RecordBatch], format: str):
    for batch in batches:
        for key, text in zip(batch.column("id"), batch.column("text").to_pylist()):
            name = key.as_py()
            request = {"id": "null" if name is None else str(name), format: text}
            # ASCII only: a line separator inside a text would end the line for some readers.
            yield (key, request["id"]), json.dumps(request).encode("ascii")


class _Rows:
    """Records on their way into an Arrow batch, a list for each column."""

    def __init__(self):
        self._clear()

    def _clear(self) -> None:
        self.ids: List[pa.Scalar] = []
        self.columns: Dict[str, List[Optional[str]]] = {
            name: [] for name in ("plugin", "status", "result", "findings", "error")}

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, key: pa.Scalar, record: dict) -> None:
        self.ids.append(key)
        self.columns["plugin"].append(record["plugin"])
        self.columns["status"].append(record["status"])
        for name in ("result", "findings", "error"):
            value = record.get(name)
            self.columns[name].append(None if value is None else json.dumps(value, ensure_ascii=False))

    def add_lost(self, key: pa.Scalar, plugins: Sequence[str], lost: Lost) -> None:
        for plugin in plugins:
            self.add(key, {"plugin": plugin, "status": lost.status, "error": {"message": lost.message}})

    def batch(self) -> pa.RecordBatch:
        arrays = [pa.array([key.as_py() for key in self.ids], type=self.ids[0].type)]
        arrays += [pa.array(values, type=pa.string()) for values in self.columns.values()]
        batch = pa.RecordBatch.from_arrays(arrays, names=["id", *self.columns])
        self._clear()
        return batch
