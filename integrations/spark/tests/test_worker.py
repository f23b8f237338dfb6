"""The driver of workers, without Spark: order, back-pressure, deaths, deadlines."""

import json
import pathlib

import pytest
from ibid_spark.worker import CannotStart, Command, Lost, answers

FAKE = str(pathlib.Path(__file__).parent / "fake_worker.py")


def requests(texts):
    for number, text in enumerate(texts):
        yield number, json.dumps({"id": str(number), "text": text}).encode()


def answered(texts, **settings):
    command = Command(["echo"], program=FAKE, **settings)
    found = []
    for key, [answer] in answers(command, requests(texts), 1):
        found.append((key, answer.status if isinstance(answer, Lost) else json.loads(answer)["result"]))
    return found


def test_no_requests_give_no_answers():
    assert answered([]) == []


def test_answers_come_in_the_order_of_the_requests():
    texts = [f"text {number}" for number in range(1000)]
    assert answered(texts) == list(enumerate(texts))


def test_texts_larger_than_a_pipe_do_not_block_either_side():
    texts = ["x" * 3_000_000 for _ in range(5)]
    assert answered(texts) == list(enumerate(texts))


def test_a_request_that_kills_its_process_costs_its_own_answer():
    assert answered(["a", "die", "b", "die", "c"]) == [
        (0, "a"), (1, "crashed"), (2, "b"), (3, "crashed"), (4, "c")]


def test_a_process_killed_from_outside_costs_nothing(tmp_path):
    assert answered(["a", f"die once {tmp_path}/mark", "b"]) == [
        (0, "a"), (1, f"die once {tmp_path}/mark"), (2, "b")]


def test_a_request_without_an_answer_is_given_up_at_its_deadline():
    assert answered(["a", "hang", "b"], deadline=1.0) == [(0, "a"), (1, "timeout"), (2, "b")]


def test_a_program_that_is_not_there_fails_the_task():
    with pytest.raises(CannotStart, match="no-such-program"):
        list(answers(Command(["echo"], program="no-such-program"), requests(["a"]), 1))


def test_a_plugin_that_is_not_there_fails_the_task(ibid):
    with pytest.raises(CannotStart, match="exit status 2"):
        list(answers(Command(["no-such-plugin"], program=ibid), requests(["a"]), 1))


def test_options_are_written_as_on_the_command_line():
    command = Command(["a", "b"], {"b.deep": True, "a.top": 5}, limits="cpu=1s")
    assert command.arguments() == [
        "ibid", "worker", "--plugin", "a,b", "--set", "a.top=5", "--set", "b.deep=true", "--limit", "cpu=1s"]
