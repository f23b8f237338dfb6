"""What plugins say of themselves, and where they and the program are on an executor."""

import dataclasses
import json
import os
import subprocess
from typing import Dict, List, Optional, Sequence

from pyspark import SparkFiles
from pyspark.sql import SparkSession

from .worker import CannotStart, Command

_TYPES = {"string": "string", "integer": "bigint", "number": "double", "boolean": "boolean", "any": "string"}


def describe(program: str, plugins: Sequence[str]) -> List[Dict]:
    """The descriptions of plugins, in their order; a pack has one for each of its plugins."""
    descriptions = []
    for plugin in plugins:
        try:
            answer = subprocess.run(
                [program, "plugins", plugin, "--json"], capture_output=True, text=True)
        except OSError as error:
            raise CannotStart(f"{program}: {error.strerror}") from error
        if answer.returncode != 0:
            raise CannotStart(answer.stderr.strip())
        descriptions += [json.loads(line) for line in answer.stdout.splitlines()]
    return descriptions


def spark_type(shape) -> str:
    """The type in Spark of a declared shape of results: `struct<words:bigint>` for `{"words": "integer"}`."""
    if isinstance(shape, str):
        return _TYPES[shape]
    if isinstance(shape, list):
        return f"array<{spark_type(shape[0])}>"
    if "*" in shape:
        return f"map<string,{spark_type(shape['*'])}>"
    return f"struct<{','.join(f'`{name}`:{spark_type(inner)}' for name, inner in shape.items())}>"


def send(spark: SparkSession, plugins: Sequence[str]) -> None:
    """Sends packs to the executors; plugins of other forms are expected to be there."""
    for plugin in plugins:
        pack = _pack(plugin)
        if pack and os.path.exists(pack):
            spark.sparkContext.addFile(os.path.abspath(pack))


def on_executor(command: Command) -> Command:
    """The command with the paths of what Spark brought to this executor."""
    return dataclasses.replace(
        command, program=_brought(command.program) or command.program,
        plugins=[_located(plugin) for plugin in command.plugins])


def _located(plugin: str) -> str:
    pack = _pack(plugin)
    here = _brought(pack or plugin)
    return here + plugin[len(pack or plugin):] if here else plugin


def _brought(path: str) -> Optional[str]:
    """Where `addFile` put a file or folder; None where it is no such."""
    here = SparkFiles.get(os.path.basename(path.rstrip("/")))
    if not os.path.exists(here):
        return None
    # Folders keep the modes of their files, single files do not.
    if os.path.isfile(here) and open(here, "rb").read(4) == b"\x7fELF":
        os.chmod(here, 0o755)
    return here


def _pack(plugin: str) -> Optional[str]:
    """The pack that a plugin's name leads into: `team.ibidpack` of `team.ibidpack/counting`."""
    head, ending, _ = plugin.partition(".ibidpack")
    return head + ending if ending else None
