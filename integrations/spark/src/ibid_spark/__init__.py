"""Runs ibid's plugins over Spark data frames.

    import ibid_spark
    records = ibid_spark.run(pages, plugin="counting", text="text", id="url")
    total = ibid_spark.total(records, plugin="counting")
"""

from .frames import explain, run
from .totals import PluginFailed, total
from .worker import CannotStart, Command

__all__ = ["run", "total", "explain", "Command", "CannotStart", "PluginFailed"]
__version__ = "0.1.0"
