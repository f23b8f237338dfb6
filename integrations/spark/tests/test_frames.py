"""Records and totals through Spark, held against a run on one machine."""

import json
import pathlib
import subprocess

import ibid_spark
import pytest
from ibid_spark.plugins import spark_type
from pyspark.sql import Row

HERE = pathlib.Path(__file__).parent
EXAMPLES = HERE.parents[2] / "examples"
ORDER = str(HERE / "plugins/order.lua")


def articles(count):
    return [
        {"id": f"article-{number:04}", "text": f"Title {number}\n\nThe {number} ships came [1]. " + "They left. " * (number % 7)
         + "\n\nNotes\n\n[1] Ledger, https://www.example.org/" + str(number)} for number in range(count)]


def run_here(ibid, plugin, rows, tmp_path):
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    output = subprocess.run(
        [ibid, "run", plugin, source, "--format", "json", "--quiet"], check=True, capture_output=True, text=True).stdout
    return json.loads(output)


@pytest.mark.parametrize("plugin", ["counting", "glossary", str(EXAMPLES / "links"), ORDER])
def test_records_and_total_are_those_of_one_machine(spark, ibid, tmp_path, plugin):
    rows = articles(300)
    frame = spark.createDataFrame([Row(**row) for row in rows]).repartitionByRange(20, "id")
    records = ibid_spark.run(frame, plugin, program=ibid).cache()
    here = run_here(ibid, plugin, rows, tmp_path)
    found = [(row["id"], row["status"], json.loads(row["json"])) for row in records.orderBy("id").collect()]
    assert found == [(record["input"], record["status"], record["result"]) for record in here["records"]]
    assert ibid_spark.total(records, plugin, program=ibid) == here["totals"][0]["total"]


def test_the_identifier_keeps_its_name_and_type(spark, ibid):
    frame = spark.createDataFrame([Row(number=7, body="Some words.")])
    records = ibid_spark.run(frame, "counting", text="body", id="number", program=ibid)
    assert records.columns == ["number", "plugin", "status", "result", "findings", "error", "json"]
    assert records.first()["number"] == 7


def test_a_result_has_the_columns_that_the_plugin_declares(spark, ibid):
    frame = spark.createDataFrame([Row(id="a", text="A Title\n\nSome words, and some more.")])
    row = ibid_spark.run(frame, "counting", options={"by": "section"}, program=ibid).first()
    assert (row["result"]["title"], row["result"]["words"]) == ("A Title", 5)
    assert row["result"]["sections"][0]["sentences"] == 1
    whole = json.loads(row["json"])
    assert row["result"]["readability"] == whole["readability"]
    assert [term.asDict() for term in row["result"]["terms"]] == whole["terms"]
    # Nothing is declared that is not there in some article, and nothing is there that is not declared.
    assert set(whole) <= set(row["result"].asDict())


@pytest.mark.parametrize("shape, expected", [
    ("any", "string"), (["integer"], "array<bigint>"), ({"*": ["number"]}, "map<string,array<double>>"),
    ({"a": "boolean", "b c": {"d": "string"}}, "struct<`a`:boolean,`b c`:struct<`d`:string>>")])
def test_a_shape_has_its_type(spark, shape, expected):
    assert spark_type(shape) == expected
    # Spark reads it.
    spark.createDataFrame([], f"x {expected}")


def test_a_pack_runs_on_executors_that_do_not_have_the_plugins(spark, ibid, tmp_path):
    pack = tmp_path / "two.ibidpack"
    subprocess.run([ibid, "pack", str(ORDER), str(EXAMPLES / "links"), "-o", pack], check=True, capture_output=True)
    frame = spark.createDataFrame([Row(id="a", text="Some words."), Row(id="b", text="More words.")])
    records = ibid_spark.run(frame, str(pack), program=ibid)
    assert [row["plugin"] for row in records.orderBy("id", "plugin").collect()] == ["links", "order"] * 2
    one = ibid_spark.run(frame.coalesce(1), f"{pack}/order", program=ibid)
    assert ibid_spark.total(one, f"{pack}/order", program=ibid) == {"inputs": ["a", "b"]}


def test_files_come_in_a_column(spark, ibid, tmp_path):
    plugin = tmp_path / "pages.lua"
    plugin.write_text(
        'return { name = "pages", version = "1", writes = true, article = function(article) '
        'ibid.write_file("a/" .. article.path .. ".txt", "“" .. article.path .. "”") '
        'ibid.write_file("bytes", "\\xFF\\0") end }')
    frame = spark.createDataFrame([Row(id=1, text="Some words.")])
    row = ibid_spark.run(frame, str(plugin), program=ibid, files=True).first()
    assert [(file["name"], bytes(file["content"])) for file in row["files"]] == [
        ("a/1.txt", "“1”".encode()), ("bytes", b"\xff\0")]


def test_a_result_can_have_another_type(spark, ibid):
    frame = spark.createDataFrame([Row(id="a", text="A Title\n\nSome words, and some more.")])
    records = ibid_spark.run(frame, "counting", result="struct<words:bigint>", program=ibid)
    assert records.select("result.words").first()[0] == 5


def test_each_row_has_its_record_whatever_it_holds(spark, ibid):
    texts = ["fine", None, "", "line\u2028separator\nand\x00nul", "fine"]
    frame = spark.createDataFrame([Row(id=number, text=text) for number, text in enumerate(texts)], "id bigint, text string")
    records = ibid_spark.run(frame, "counting", program=ibid).orderBy("id").collect()
    assert [row["id"] for row in records] == [0, 1, 2, 3, 4]
    assert [row["status"] for row in records] == ["ok", "error", "ok", "ok", "ok"]
    assert records[1]["error"]["message"]


def test_several_plugins_give_a_row_each(spark, ibid):
    frame = spark.createDataFrame([Row(id="a", text="Some words.")])
    records = ibid_spark.run(
        frame, ["counting", "summary"], options={"counting.top": 1}, program=ibid).collect()
    assert [row["plugin"] for row in records] == ["counting", "summary"]


def test_findings_have_their_place(spark, ibid):
    text = "Title\n\nA ship came [1]. It left [2].\n\nNotes\n\n[1] Ledger.\n[3] Log."
    frame = spark.createDataFrame([Row(id="a", text=text)])
    row = ibid_spark.run(frame, str(EXAMPLES / "broken-footnotes"), program=ibid).first()
    assert [(finding["code"], finding["line"]) for finding in row["findings"]] == [("note-lost", 3), ("note-uncited", 8)]


def test_a_failing_merge_says_so(spark, ibid, tmp_path):
    plugin = tmp_path / "broken.lua"
    plugin.write_text(
        'return { name = "broken", version = "1", summary = "Fails to merge.", '
        'article = function() return 1 end, merge = function() error "no" end }')
    frame = spark.createDataFrame([Row(id=1, text="a"), Row(id=2, text="b")])
    records = ibid_spark.run(frame, str(plugin), program=ibid)
    with pytest.raises(ibid_spark.PluginFailed, match="broken: no"):
        ibid_spark.total(records, str(plugin), program=ibid)


def test_no_records_have_no_total(spark, ibid):
    frame = spark.createDataFrame([], "id string, text string")
    assert ibid_spark.total(ibid_spark.run(frame, "counting", program=ibid), "counting", program=ibid) is None
