"""The ids of some rows."""

import numpy as np

from dashboard.queries.names import Names

ALL = np.array(["a", "b", "c", "d"], dtype=object)


def test_names_are_those_of_the_rows_in_their_order() -> None:
    found = Names(ALL, np.array([2, 0, 3]))
    assert list(found) == ["c", "a", "d"]
    assert (len(found), found[0], found[-1], "b" in found, "d" in found) == (3, "c", "d", False, True)
    assert found[1:] == ["a", "d"]
    assert not Names(ALL, np.array([], dtype=np.intp))


def test_names_are_the_same_where_they_name_the_same_in_the_same_order() -> None:
    found = Names(ALL, np.array([2, 0]))
    same = Names(np.array(["c", "a"], dtype=object), np.array([0, 1]))
    assert found == same == ("c", "a")
    assert hash(found) == hash(same)
    assert found != Names(ALL, np.array([0, 2]))
    assert found != 1
