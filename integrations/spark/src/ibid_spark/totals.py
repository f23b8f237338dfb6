"""The total of a plugin over all its records: `merge` where the records are, `finish` on the driver."""

import itertools
import json
from typing import Dict, Iterable, Iterator, List, Optional, Tuple

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .members import members
from .plugins import describe, on_executor, send
from .worker import Command, Lost, answers

# So many neighbours are merged at a time: enough to keep the tree flat, few enough for one line of JSON.
FAN_IN = 16


class PluginFailed(RuntimeError):
    """`merge` or `finish` raised an error."""


def total(
    records: DataFrame,
    plugin: str,
    options: Optional[Dict[str, object]] = None,
    limits: Optional[str] = None,
    program: str = "ibid",
    deadline: float = 600.0,
):
    """The total of a plugin, as `ibid run` prints it, or None where there is no record with a result.

    records: what `run` gave; what counts is its column `json`.
    plugin, options, limits, program: as for `run`; one plugin.
    deadline: the seconds by the clock for one call.

    Results are merged in the order of the rows: within each partition, then neighbouring partitions. So a
    merge that minds the order gives what it gives on one machine, as long as the rows come in the same order.
    """
    text = total_json(records, plugin, options, limits, program, deadline)
    return None if text is None else json.loads(text)


def total_json(
    records: DataFrame,
    plugin: str,
    options: Optional[Dict[str, object]] = None,
    limits: Optional[str] = None,
    program: str = "ibid",
    deadline: float = 600.0,
) -> Optional[str]:
    """The total as the JSON text that `ibid run --format json` has for it."""
    [description] = describe(program, [plugin])
    name = description["name"]
    if not description["merges"]:
        return None
    send(records.sparkSession, [plugin])
    command = Command([plugin], dict(options or {}), limits, program, deadline)
    mine = records.where((F.col("plugin") == name) & (F.col("status") == "ok"))
    partials = mine.select("json").rdd.mapPartitionsWithIndex(
        lambda index, rows: _partial(command, name, index, (row[0] for row in rows)))
    count = partials.getNumPartitions()
    while count > FAN_IN:
        count = -(-count // FAN_IN)
        # Spark's own treeReduce joins partitions that are not neighbours.
        partials = partials.repartitionAndSortWithinPartitions(
            count, partitionFunc=lambda index: index // FAN_IN
        ).mapPartitionsWithIndex(
            lambda index, pairs: _partial(command, name, index, (value for _, value in pairs)))
    merged = _merged(command, name, (value for _, value in sorted(partials.collect())))
    if merged is None:
        return None
    [finished] = _ask(command, name, [_request("finish", name, "value", merged)])
    return finished


def _partial(
    command: Command, name: str, index: int, values: Iterator[Optional[str]]
) -> Iterator[Tuple[int, str]]:
    merged = _merged(on_executor(command), name, values)
    if merged is not None:
        yield index, merged


def _merged(command: Command, name: str, values: Iterable[Optional[str]]) -> Optional[str]:
    """One value out of many, level by level; only the first level is as long as the partition."""
    values = (value for value in values if value is not None)
    while True:
        head = list(itertools.islice(values, 2))
        if len(head) < 2:
            return head[0] if head else None
        groups = _groups(itertools.chain(head, values))
        requests = (_request("merge", name, "values", f"[{','.join(group)}]") for group in groups)
        values = iter(list(_ask(command, name, requests)))


def _groups(values: Iterator[str]) -> Iterator[List[str]]:
    while group := list(itertools.islice(values, FAN_IN)):
        yield group


def _request(verb: str, name: str, key: str, value: str) -> bytes:
    """The line of a request. The value is put in as it is: it comes from a worker."""
    return f'{{"{verb}": {json.dumps(name)}, "{key}": {value}}}'.encode()


def _ask(command: Command, name: str, requests: Iterable[bytes]) -> Iterator[str]:
    """The totals that answer some requests, as JSON."""
    for _, [answer] in answers(command, ((None, request) for request in requests), 1):
        if isinstance(answer, Lost):
            raise PluginFailed(f"{name}: {answer.message}")
        outcome = members(answer.decode())
        if "total" not in outcome:
            raise PluginFailed(f"{name}: {json.loads(outcome['error'])['message']}")
        yield outcome["total"]
