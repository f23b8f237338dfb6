#!/usr/bin/env python3
"""Plugins over pages in the form of FineWeb: columns text, url, date, language.

    spark-submit fineweb.py PAGES OUT      or, without a cluster,      python3 fineweb.py PAGES OUT

The cells between the lines `# %%` are those of a notebook. IBID names the executable, else it is `ibid` on the PATH of
driver and executors.
"""

# %% What goes in, and where results go
import os
import sys

import ibid_spark
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

PAGES, OUT = sys.argv[1:3]
IBID = os.environ.get("IBID", "ibid")

spark = SparkSession.builder.appName("ibid over FineWeb").getOrCreate()
pages = spark.read.parquet(PAGES).select("url", "text", "date", "language")

# %% What will run where
ibid_spark.explain(pages, "counting", id="url", program=IBID)

# %% A record for each page, kept as Parquet: everything below reads it from there
ibid_spark.run(pages, "counting", id="url", program=IBID).write.mode("overwrite").parquet(f"{OUT}/counting")
records = spark.read.parquet(f"{OUT}/counting")

# %% What failed, and why; a page that fails costs nothing but its own row
records.groupBy("status").count().orderBy("status").show()
records.where("status <> 'ok'").select("url", "status", "error.message").show(5, truncate=False)

# %% The declared result has columns of its own: readability by year and language
measured = records.where("status = 'ok'").join(pages.drop("text"), "url")
by_year = (
    measured.groupBy(F.year(F.to_timestamp("date")).alias("year"), "language")
    .agg(
        F.count("*").alias("pages"), F.sum("result.words").alias("words"),
        F.round(F.avg("result.flesch"), 1).alias("flesch"), F.sum("result.footnotes").alias("footnotes"))
    .orderBy("year", "language"))
by_year.show()
by_year.write.mode("overwrite").json(f"{OUT}/by-year")

# %% The plugin's own total, merged on the executors and finished on the driver
total = ibid_spark.total(records, "counting", program=IBID)
print(total["text"].splitlines()[0])

# %% Terms that pages explain, of all of them together
terms = ibid_spark.run(pages, "glossary", id="url", program=IBID)
glossary = ibid_spark.total(terms, "glossary", program=IBID)
for term in glossary["terms"][:5]:
    print(f"{term['source']}: {term['target']}")

spark.stop()
