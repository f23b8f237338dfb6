"""Runs ibid's plugins over Spark data frames.

    import ibid_spark
    records = ibid_spark.run(pages, plugin="counting", text="text", id="url")
    total = ibid_spark.total(records, plugin="counting")
"""

import sys

from pyspark import cloudpickle

from .archives import read_archives
from .frames import explain, run
from .totals import PluginFailed, total, total_json
from .worker import CannotStart, Command

__all__ = ["run", "read_archives", "total", "total_json", "explain", "Command", "CannotStart", "PluginFailed"]
__version__ = "0.1.0"

# The executors get the code of this package with each task: nothing of it has to be installed there.
cloudpickle.register_pickle_by_value(sys.modules[__name__])
