"""What is cut out of a line is what stood there."""

import pytest
from ibid_spark.members import members


@pytest.mark.parametrize("line, found", [
    ("{}", {}),
    ('{"a":1}', {"a": "1"}),
    ('{"a":"x\\"},{\\u00e9","b":[1,{"c":"}"}],"d":null}', {"a": '"x\\"},{\\u00e9"', "b": '[1,{"c":"}"}]', "d": "null"}),
    # Digits that Python would write otherwise.
    ('{"a":1e2,"b":0.10,"c":12345678901234567890.0}', {"a": "1e2", "b": "0.10", "c": "12345678901234567890.0"}),
])
def test_members_are_cut_out_as_they_stand(line, found):
    assert members(line) == found
