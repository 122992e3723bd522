"""The ids of some rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.intp]  # of rows in a table


@dataclass(frozen=True, eq=False, repr=False)
class Names(Sequence[str]):
    """The ids of some rows, looked up only when they are asked for: of very many nobody asks."""

    all_names: npt.NDArray[np.object_]
    some: Positions

    def __len__(self) -> int:
        """Count them."""
        return len(self.some)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Give one of them, or a stretch."""
        return Names(self.all_names, self.some[at]) if isinstance(at, slice) else str(self.all_names[self.some[at]])

    def __eq__(self, other: object) -> bool:
        """Tell whether others are the same in the same order."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Give the hash of all of them."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Name them."""
        return repr(tuple(self))
