"""Two actions timed in turn (A B A B …), so that a busy machine disturbs both alike."""

import statistics
import time


def in_turn(first, second, runs):
    """Median seconds of two actions taken in turn, after one warm-up of each, and the median of the pairwise ratios."""
    first(), second()
    pairs = [(timed(first), timed(second)) for _ in range(runs)]
    a, b = zip(*pairs, strict=True)
    return statistics.median(a), statistics.median(b), statistics.median(x / y for x, y in pairs)


def timed(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began
