"""Web archives through Spark, held against a run on one machine."""

import gzip
import json
import subprocess

import ibid_spark
import pytest


def record(kind, address, media, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {media}\r\n"
    return gzip.compress(head.encode() + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n")


def page(number):
    body = f"<html><title>Ice {number}</title><body><h1>Ice {number}</h1><p>" + "The ice held. " * (number % 9 + 5)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body.encode()
    return record("response", f"http://a.example/{number:03}", "application/http; msgtype=response", answer)


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """Three archives; the second has a damaged record in the middle, the third is a WET file."""
    folder = tmp_path_factory.mktemp("archives")
    damaged = bytearray(page(999))
    damaged[40:60] = bytes(20)
    (folder / "1.warc.gz").write_bytes(b"".join(page(number) for number in range(60)))
    (folder / "2.warc.gz").write_bytes(
        b"".join(page(number) for number in range(60, 90)) + damaged + b"".join(page(number) for number in range(90, 120)))
    (folder / "3.wet.gz").write_bytes(
        b"".join(record("conversion", f"http://b.example/{number}", "text/plain", b"Some words.") for number in range(9)))
    return folder


def test_pages_are_those_of_one_machine(spark, ibid, archives):
    frame = ibid_spark.read_archives(spark, str(archives / "*.gz"), program=ibid)
    rows = frame.collect()
    here = subprocess.run([ibid, "documents", archives], capture_output=True, text=True)
    documents = [json.loads(line) for line in here.stdout.splitlines()]
    assert len(rows) == 130 and here.returncode == 1
    assert [row.asDict() for row in rows] == [
        {"id": document["id"], "format": format, "text": document.get(format), "problem": document.get("problem")}
        for document in documents
        for format in [next((name for name in ("text", "html") if name in document), None)]]


def test_records_and_total_are_those_of_one_machine(spark, ibid, archives):
    pages = ibid_spark.read_archives(spark, str(archives / "*.gz"), program=ibid)
    records = ibid_spark.run(pages, "counting", format="format", problem="problem", program=ibid).cache()
    here = json.loads(subprocess.run(
        [ibid, "run", "counting", archives, "--format", "json", "--quiet"], capture_output=True, text=True).stdout)
    rows = records.collect()
    assert [(row["id"], row["status"]) for row in rows] == [
        (record["input"], record["status"]) for record in here["records"]]
    assert [row["error"]["message"] for row in rows if row["status"] == "error"] == ["the file is no sound gzip file"]
    assert ibid_spark.total(records, "counting", program=ibid) == here["totals"][0]["total"]


def test_a_file_that_is_not_there_fails_the_task(spark, ibid):
    with pytest.raises(Exception, match="exit status 2"):
        ibid_spark.read_archives(spark, ["/nowhere/a.warc.gz"], program=ibid).collect()


def test_a_program_that_is_not_there_fails_the_task(spark):
    with pytest.raises(Exception, match="CannotStart"):
        ibid_spark.read_archives(spark, ["a.warc.gz"], program="/nowhere/ibid").collect()
