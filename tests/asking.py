"""Answers of asynchronous functions to tests that wait for them."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def answered(asked: Coroutine[Any, Any, T]) -> T:
    """Wait for an answer, in a thread of its own: Playwright may have a loop running in that of the tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()
