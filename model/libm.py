"""Logarithms and powers as the C library works them out, number by number.

numpy's own differ in the last bit between processors, and between one number and many: what a sweep says of a scenario
would not be, to the last bit, what the page says of it.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from model.paths import Array

_LOG, _POWER = np.frompyfunc(math.log, 1, 1), np.frompyfunc(math.pow, 2, 1)


def log(number: ArrayLike) -> Array:
    """The natural logarithm of positive numbers, elementwise."""
    return np.asarray(_LOG(number), float)


def power(base: ArrayLike, exponent: ArrayLike) -> Array:
    """base ** exponent of numbers that are not negative, elementwise."""
    return np.asarray(_POWER(base, exponent), float)
