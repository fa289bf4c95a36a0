# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A fair mean for few answers: pulled towards the mean of the same kind of service.

No regulation asks for it. Ten answers say little about a person, and one angry answer
must not decide; the pull fades as answers come in.

>>> shrunk_mean([4, 4], Decimal(3), k=2)
Decimal('3.5')
"""

from collections.abc import Iterable
from decimal import Decimal, localcontext

from . import _CONTEXT, _number


def shrunk_mean(
    scores: Iterable[Decimal | int],
    prior_mean: Decimal | int,
    k: Decimal | int = 20,
) -> Decimal:
    """Return (n x mean + k x prior mean) / (n + k), not rounded.

    :param scores: scores of one officer; none at all gives the prior mean
    :param prior_mean: mean of all officers of the same service, on the same scale
    :param k: how many answers the prior mean is worth, at least 0
    :raises ValueError: a number that is not finite or not a Decimal or int, negative k,
        no score with k 0

    >>> shrunk_mean([1] + [4] * 9, Decimal("3.4"))
    Decimal('3.5')
    >>> shrunk_mean([], Decimal("3.4"))
    Decimal('3.4')

    Source: house rule for small numbers, asked for by no regulation (M)
    """
    values = [_number(score, "score") for score in scores]
    prior = _number(prior_mean, "prior_mean")
    weight = _number(k, "k")
    if weight < 0:
        raise ValueError(f"k must not be negative, not {k}")
    if not values and weight == 0:
        raise ValueError("without scores k must be above 0")
    with localcontext(_CONTEXT):
        return (sum(values) + weight * prior) / (len(values) + weight)
