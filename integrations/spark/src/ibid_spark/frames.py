"""Records of plugins as Spark data frames."""

import json
from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Union

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .members import members
from .plugins import describe, on_executor, send, spark_type
from .worker import Command, Lost, answers

FINDING = "struct<code:string,level:string,message:string,line:bigint,column:bigint,kind:string>"
ERROR = "struct<message:string,plugin_line:string,article_line:bigint,article_column:bigint,traceback:string>"
FILE = "struct<name:string,text:string,base64:string>"

FORMATS = ("text", "markdown", "html")

# The columns in which a task hands over its records, all but the identifier: JSON where there is more than a word.
_WIRE = ("plugin", "status", "result", "findings", "files", "error")


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
    files: bool = False,
    problem: Optional[str] = None,
) -> DataFrame:
    """Runs plugins on each row: a row for each article and plugin.

    plugin: a name or path as `ibid run` takes it, or several. A pack is sent to the executors.
    text, id: the columns with the article's text and its identifier. The identifier keeps its type.
    format: `text`, `markdown` or `html`: what the column `text` holds; or the name of a column that says it for each
      row, as `read_archives` gives it.
    problem: the column that says why a row has no text; such a row has the status `error`.
    result: the type of the column `result` as Spark writes it, such as `struct<words:bigint>`. Without it the type
      is what the plugin's manifest declares, or JSON where it declares nothing or there are several plugins.
    files: whether plugins may write files; they come in a column `files`, nothing is written to any disk.

    Columns: the identifier, `plugin`, `status`, `result`, `findings`, `error`, and `json`: the result as the plugin
    gave it, which `total` wants. There is a row for whatever happened: a text that is null has the status `error`, an
    article that the worker died of `crashed`.
    """
    if format not in FORMATS and format not in articles.columns:
        raise ValueError(f"format is text, markdown, html or a column, not {format!r}")
    plugins = [plugin] if isinstance(plugin, str) else list(plugin)
    descriptions = describe(program, plugins)
    command = Command(plugins, dict(options or {}), limits, program, deadline, files)
    if result is None and len(descriptions) == 1 and "result" in descriptions[0]:
        result = spark_type(descriptions[0]["result"])
    send(articles.sparkSession, plugins)
    articles = articles.select(
        F.col(id).alias("id"), F.col(text).cast("string").alias("text"),
        (F.lit(format) if format in FORMATS else F.col(format)).alias("format"),
        (F.col(problem) if problem else F.lit(None)).cast("string").alias("problem"))
    schema = f"id {articles.schema['id'].dataType.simpleString()}, " + ", ".join(f"{name} string" for name in _WIRE)
    names = [description["name"] for description in descriptions]
    wire = articles.mapInArrow(_task(command, names), schema)
    typed = F.from_json("result", result) if result else F.col("result")
    columns = [
        F.col("id").alias(id), "plugin", "status", typed.alias("result"),
        F.from_json("findings", f"array<{FINDING}>").alias("findings"),
        F.from_json("error", ERROR).alias("error"), F.col("result").alias("json")]
    return wire.select(*columns, _files().alias("files")) if files else wire.select(*columns)


def explain(articles: DataFrame, plugin: Union[str, Sequence[str]], **settings) -> None:
    """Prints what runs where: the command on the executors and Spark's plan around it."""
    program = settings.get("program", "ibid")
    plugins = [plugin] if isinstance(plugin, str) else list(plugin)
    command = Command(
        plugins, dict(settings.get("options") or {}), settings.get("limits"), program,
        sends_files=settings.get("files", False))
    records = run(articles, plugin, **settings)
    print(f"each task, on its executor:  {' '.join(command.arguments())}")
    print(f"result: {records.schema['result'].dataType.simpleString()}")
    print("merge:  within each partition on its executor, then sixteen neighbours at a time")
    print("finish: on the driver")
    records.explain()


def _files():
    """Files with their bytes, whichever form they travelled in."""
    return F.transform(
        F.from_json("files", f"array<{FILE}>"),
        lambda file: F.struct(
            file["name"].alias("name"),
            F.coalesce(F.encode(file["text"], "UTF-8"), F.unbase64(file["base64"])).alias("content")))


def _task(command: Command, names: Sequence[str]):
    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows = _Rows()
        for key, lines in answers(on_executor(command), _requests(batches), len(names)):
            if isinstance(lines[0], Lost):
                rows.add_lost(key, names, lines[0])
            else:
                for line in lines:
                    rows.add(key, members(line.decode()))
            if len(rows) >= 1024:
                yield rows.batch()
        if len(rows):
            yield rows.batch()

    return work


def _requests(batches: Iterable[pa.RecordBatch]):
    for batch in batches:
        texts, formats, problems = (batch.column(name).to_pylist() for name in ("text", "format", "problem"))
        for key, text, format, problem in zip(batch.column("id"), texts, formats, problems):
            name = key.as_py()
            request = {"id": "null" if name is None else str(name)}
            if text is None and problem is not None:
                request["problem"] = problem
            else:
                request[format or "text"] = text
            # ASCII only: a line separator inside a text would end the line for some readers.
            yield key, json.dumps(request).encode("ascii")


class _Rows:
    """Records on their way into an Arrow batch, a list for each column."""

    def __init__(self):
        self._clear()

    def _clear(self) -> None:
        self.ids: List[pa.Scalar] = []
        self.columns: Dict[str, List[Optional[str]]] = {name: [] for name in _WIRE}

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, key: pa.Scalar, record: Dict[str, str]) -> None:
        """Adds a record, given as the JSON text of its members."""
        self.ids.append(key)
        for name in _WIRE:
            self.columns[name].append(record.get(name))
        for name in ("plugin", "status"):
            self.columns[name][-1] = json.loads(record[name])

    def add_lost(self, key: pa.Scalar, plugins: Sequence[str], lost: Lost) -> None:
        for plugin in plugins:
            record = {"plugin": plugin, "status": lost.status, "error": {"message": lost.message}}
            self.add(key, {name: json.dumps(value) for name, value in record.items()})

    def batch(self) -> pa.RecordBatch:
        arrays = [pa.array([key.as_py() for key in self.ids], type=self.ids[0].type)]
        arrays += [pa.array(values, type=pa.string()) for values in self.columns.values()]
        batch = pa.RecordBatch.from_arrays(arrays, names=["id", *self.columns])
        self._clear()
        return batch
