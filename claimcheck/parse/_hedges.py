"""How a number is hedged: words before it ("up to", "nearly") and after it ("or more")."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model import Hedge
from claimcheck.parse._lex import Tokens
from claimcheck.parse._money import SIGNS
from claimcheck.parse._nouns import is_counted_plural
from claimcheck.parse._wordlist import wordlist
from claimcheck.parse.units import NAMES, SYMBOLS

_BEFORE: dict[Hedge, str] = {
    "approx": """
        about|around|roughly|approximately|approx|approx .|circa|ca|ca .|c .|some|an estimated|estimated|perhaps
        |maybe|in the region of|in the order of|on the order of|of the order of|in the neighbourhood of
        |in the neighborhood of|in the vicinity of|something like|somewhere around|somewhere near|near|or so|~|≈|∼
        |est|est .|an approximate|approximate|estimated at|estimated to be|reckoned at|put at about
        |nearer|closer to|more or less|an average of about|thought to number|believed to number|estimates of
        |an estimate of|at about|= ~|abt|abt .|appx|appx .|rund|etwa|ungefähr|zirka|environ|unos|unas|cerca de
        |alrededor de|circa i|ongeveer|omkring|okolo
    """,
    "just-under": """
        nearly|almost|just under|just below|close to|just short of|not quite|approaching|nearing|the best part of
        |the better part of|best part of|getting on for|pushing|slightly under|slightly below|slightly less than
        |slightly fewer than|a little under|a little less than|a little below|a bit less than|a bit under
        |a shade under|a shade below|a fraction under|virtually|practically|narrowly under|knapp|près de|presque
        |casi|quasi|bijna|nästan|marginally below|marginally under|marginally less than|shy of|just shy of
        |a touch under|barely under|just less than|only just under|a hair under|coming up to|nigh on|close on
        |not far off|not far short of|little short of|little under|little less than|some way short of
    """,
    "up-to": """
        moins de|menos de|weniger als|meno di|minder dan
        |up to|upto|bis zu|jusqu'à|hasta|fino a|tot|höchstens|au plus|at most|at the most|as many as|as much as
        |as high as|as far as|as long as|as large as|as big as|as tall as|fewer than|less than|lower than
        |smaller than|shorter than|younger than|under|below|no more than|not more than|no greater than
        |no longer than|no larger than|no higher than|not exceeding|not to exceed|a maximum of|maximum of|maximum
        |max|max .|at a maximum|a ceiling of|capped at|limited to|<|≤|⩽|< =|no later than|well under|well below
        |far fewer than
        |far less than|far below|not above|not over|never more than|inside|sub|anything up to|much less than
        |much lower than|many as|and up to|cannot exceed|may not exceed|must not exceed|shall not exceed
        |did not exceed|does not exceed|do not exceed|not exceed|never exceed|never exceeds|never exceeded
        |never topped|not exceeded|not top|to a maximum of|and under|not as much as|at the very most
    """,
    "at-least": """
        at least|mindestens|wenigstens|au moins|al menos|almeno|minstens|no fewer than|no less than|not fewer than
        |not less than|a minimum of|minimum of|minimum|min .|as few as|as little as|≥|⩾|> =|at a minimum
        |at the very least|upwards from|never less than|never fewer than|not below|at the least|not under
        |a floor of|from at least
    """,
    "over": """
        better than|more than
        |mehr als|über|plus de|más de|mas de|oltre|più di|mais de|meer dan|ruim|över|mer än|over|above
        |upwards of|upward of|little more than|little over|barely more than|in excess of|north of|well over
        |well above|exceeding|exceeded|exceeds|exceed|topped|topping|tops|surpassed|surpassing|surpasses|surpass
        |greater than|higher than|larger than|bigger than|longer than|older than|taller than|heavier than|beyond
        |just over|just above|slightly over|slightly above|slightly more than|a little over|a little more than
        |a bit over|a bit more than|a shade over|a shade above|much more than|far more than|far above|passed
        |passing|crossed|crossing|>|well past|just past|outstripped|outstripping|eclipsed|way over|way above
        |comfortably over|a fraction over|comfortably above|considerably more than|significantly more than
        |substantially more than|marginally above|marginally over|marginally more than|many more than
        |to top|will top|would top|could top|may top|might top|rather more than|rather over|and over|breached|breaching
    """,
}
_AFTER: dict[Hedge, str] = {
    "approx": """
        or so|or thereabouts|- odd|odd|- ish|ish|give or take|- plus or minus|approximately|approx|approx .
        |, give or take|or more or less
    """,
    "at-least": """
        or more|or over|or above|or older|or higher|or greater|or better|or longer|or larger|or bigger|or upwards
        |and over|and above|and older|and up|and upwards|and more|+|- plus|plus|at least|, at least|or beyond
        |at a minimum|minimum|min|- and - over|or taller|or heavier|and higher|at the very least
    """,
    "up-to": """
        or less|or fewer|or under|or below|or younger|or lower|or smaller|or shorter|and under|and below
        |and younger|at most|, at most|at the most|max|max .|maximum|at a maximum|tops|, tops|at the outside
    """,
}


_Rows = tuple[tuple[tuple[str, ...], Hedge], ...]


def _index(table: dict[Hedge, str], at: int) -> dict[str, _Rows]:
    """Phrases by their word ``at`` (0 the first, -1 the last), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for hedge, phrases in table.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[at], []).append((words, hedge))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


_ENDING = _index(_BEFORE, -1)
_BEGINNING = _index(_AFTER, 0)
HEDGE_WORDS = frozenset(word for word in _ENDING if word.isalpha())
"""Last words of the hedges that stand before a number."""

# What may stand between a hedge and its number: "at least another 40", "nearly a further 20".
_FILLERS = frozenset(
    {"another", "additional", "further", "extra", "other", "the", "its", "a", "an", "only", "total", "of"}
)
# "clay over five sets", "killed over three days": the number is what lies in between, no bound.
_LASTING = wordlist(
    """
    sets set legs rounds games matches innings seasons laps holes episodes sessions stages chapters visits meetings
    days weeks months hours years decades minutes nights weekends lunches occasions
    """
)
_LASTING_ONE = wordlist("hour minute day week month year decade century")
_BOUND_BEFORE = wordlist(
    """
    for after in well just lasted lasting lasts took takes taken take is are was were be been of the spent spend
    spending to with at by cost costs had has have aged from than
    """
)
# "talked about 3 cases": the matter, no hedge.
_MATTERS = wordlist(
    """
    talk talks talked talking worry worries worried worrying concerned concerns concern asked ask questions question
    complained complaints story stories book books film information details detail reports think thinking thought
    wrote write knew know dream dreamed learned learnt truth something anything nothing everything what forget
    forgot hear heard told lied lies argue argued joke jokes joked
    """
)
# Words that turn "past" into "more than": "slid past 155".
_MOVING = wordlist(
    """
    slid slide slides sliding rose rise rises rising climbed climb climbs climbing pushed push pushing surged surge
    went go goes going weakened weaken weakening strengthened jumped soared moved move moving crept raced ran swept
    fell fall falls falling slipped sank grew shot sailed ticked edged broke breaking swelled swollen advanced powered
    stretched well
    """
)


@dataclass(frozen=True, slots=True)
class Hedging:
    """A hedge and the first token of its words."""

    hedge: Hedge
    first: int


def before(t: Tokens, i: int, after: int) -> Hedging | None:
    """The hedge whose words end right before token ``i``; ``after`` is the token after the number with its unit."""
    j = i - 1
    fillers = 0
    while True:
        if j < 0 or t.breaks(j + 1):
            return None
        word = t.lower[j]
        if word in _NAMED and t.text[j][0].isupper() and not t.begins_sentence(j):
            return None  # "the 737 MAX 9"
        if j and t.text[j - 1] == "-" and t.glued(j) and t.glued(j - 1) and t.is_word(j):
            return None  # "a six-under 64"
        for phrase, hedge in _ENDING.get(word, ()):
            first = j - len(phrase) + 1
            if first >= 0 and all(t.lower[first + step] == part for step, part in enumerate(phrase)):
                if _fits(t, first, j, phrase, after, fillers):
                    if hedge == "over" and _denied(t, first):
                        return Hedging("up-to", first)
                    return _outer(t, Hedging(hedge, first), after)
                break
        if word == "past" and t.lower[j - 1] in _MOVING and not fillers:
            return Hedging("over", j)
        if word == "within" and not fillers:
            return Hedging("up-to", j)  # the caller keeps it for times alone
        if word in _FILLERS and fillers < 3 and (word != "the" or t.lower[after] in _MARKS):
            fillers += 1
            j -= 1
            continue
        return None


_NAMED = frozenset({"max", "min", "plus", "over", "under", "about"})
_SURPASSING = wordlist("exceeded exceeds exceed exceeding topped topping tops surpassed surpasses surpass passed")
_NOBODY = frozenset({"no", "none", "neither", "nobody", "nothing"})
_NEVER = frozenset({"never", "not", "nor"})


def _denied(t: Tokens, first: int) -> bool:
    """Whether the bound at ``first`` is denied: "no customer exceeded 9 percent", "never sold more than 40"."""
    for step in range(first - 1, max(-1, first - 7), -1):
        if t.text[step] in {".", ",", ";", ":"}:
            return False
        if t.lower[step] in _NEVER or t.lower[step].endswith("n't"):
            return True
        if t.lower[step] in _NOBODY and t.lower[first] in _SURPASSING:
            return True
    return False


# "passed 250 kilometres west of Bermuda", "passed 60 of the tests"
_PLACED = wordlist("of off from north south east west north-west northwest northeast southwest southeast away")
_MARKS = wordlist("mark threshold milestone barrier level limit")


def _outer(t: Tokens, found: Hedging, after: int) -> Hedging:
    """The bound around a guess: "up to about 50" is bounded, "about 50" within it is not what counts."""
    if found.hedge != "approx" or not found.first:
        return found
    for phrase, hedge in _ENDING.get(t.lower[found.first - 1], ()):
        first = found.first - len(phrase)
        if hedge != "approx" and first >= 0 and all(t.lower[first + step] == part for step, part in enumerate(phrase)):
            return Hedging(hedge, first) if _fits(t, first, found.first - 1, phrase, after, 0) else found
    return found


def _fits(t: Tokens, first: int, last: int, phrase: tuple[str, ...], after: int, fillers: int) -> bool:
    """Whether a matched phrase is a hedge here and not the same words at other work."""
    if fillers and phrase in _BOUND_TO_NUMBER:
        return phrase in {("passed",), ("crossed",), ("breached",)} and t.lower[after] in _MARKS
    previous = t.lower[first - 1]
    match phrase:
        case ("over",):
            if t.is_number(first - 1) or previous in _DISPUTED or previous in NAMES or previous in SYMBOLS:
                return False  # "120 over 80", "arrested over three deaths", "won by 2.3 seconds over 5,000 m"
            counted = t.is_number(first - 2) or t.is_number(first - 3)
            if counted and is_counted_plural(previous) and t.is_word(first - 1):
                return False  # "1,132 municipalities over 12 elections"
            if previous == "power" and t.lower[first - 2] not in {"to", "can", "could", "will", "would", "may"}:
                return False
            if t.lower[after] in _LASTING or t.lower[after - 1] in _LASTING:
                return previous in _BOUND_BEFORE or t.begins_sentence(first)
            return True
        case ("up", "to"):
            # "went up to 29" is a value reached, "prices go up to $29" a bound.
            return previous not in _MOVING or previous in {"go", "goes"}
        case ("about",):
            return previous not in _MATTERS
        case ("near",):
            return previous in _HOVERING
        case ("under",):
            return not any(t.lower[after + step] in _RULING for step in (0, 1))
        case ("inside",):
            return t.lower[after - 1] in _LASTING | _LASTING_ONE or t.lower[after] in _LASTING
        case ("passed",) | ("passing",) | ("crossed",) | ("crossing",) | ("breached",) | ("breaching",):
            if t.lower[after - 1] in {"percent", "%", "cent"} and previous in {"have", "has", "had", "having"}:
                return True  # "has passed 6 percent of GDP", never "passed 61 of the tests"
            return t.lower[after] not in _PLACED and _is_round(t, last + 1)
        case ("minimum",) | ("maximum",):
            return previous != "the"
        case _:
            return True


_BOUND_TO_NUMBER = frozenset(
    (word,) for word in "some about around under above below beyond near inside passed maximum minimum sub".split()
)
_HOVERING = wordlist("hovered hover hovers hovering stood stands stayed remained remains traded trading closed")
_RULING = wordlist(
    """
    ministers premiers popes bosses editors chancellors bishops presidents governments conditions names flags
    headings laws treaties resolutions managers coaches captains kings administrations regimes rulers directors
    heads leaders agreements contracts
    """
)
_DISPUTED = wordlist(
    """
    preside presided presides presiding victory victories arrested row dispute disputes charged questioned concern
    concerns sued fined protest protests control jurisdiction fight clash clashed won win wins lead hand took
    talks agonised argument debate anger outrage choose chosen preferred triumph advantage ruled rules reigned watch
    watched spread scattered distributed dispersed extends extended extending strewn
    """
)


def _is_round(t: Tokens, i: int) -> bool:
    """Whether the digits at ``i`` are a mark that one passes: "passed 10,000", not "passed 61 of the tests"."""
    digits = "".join(token for token in t.text[i : i + 4] if token.isdecimal())
    return (
        digits.rstrip("0") != digits or not digits or t.lower[i + 1] in {"million", "billion", "trillion", "thousand"}
    )


def following(t: Tokens, i: int) -> tuple[Hedge, int] | None:
    """The hedge that begins at token ``i``, and the token after it: "or more", "+", "or so"."""
    for phrase, hedge in _BEGINNING.get(t.lower[i], ()):
        if not all(t.lower[i + step] == part for step, part in enumerate(phrase) if i + step < len(t.lower)):
            continue
        if phrase[0] in {"+", "-", "odd", "ish"} and not (t.glued(i) or phrase[0] == "odd"):
            continue
        last = i + len(phrase)
        if "at" in phrase and (t.is_number(last) or t.lower[last] in {"a", "an", "one", "two", "three", "half"}):
            continue  # "a third of the bases, at least 20 towns": it bounds the number that follows
        if phrase == ("plus",) and (t.lower[last] in {"or", "vat", "tax"} or _is_price(t, i)):
            continue  # "$1 billion plus or minus $25 million", "£27,350 plus VAT"
        # "3 or more", but "12 and more than 5", "5 plus 3", "12 and over the hill".
        goes_on = t.lower[last] in {"than", "the", "a", "an", "all", "its", "his"} or t.is_number(last)
        if goes_on and phrase[-1] in {
            "plus",
            "odd",
            "minimum",
            "maximum",
            "max",
            "tops",
            "more",
            "over",
            "above",
            "below",
        }:
            continue
        return hedge, last
    return None


def _is_price(t: Tokens, i: int) -> bool:
    """Whether a currency sign opens the number that ends before token ``i``, and a word follows the one at ``i``."""
    goes_on = t.is_word(i + 1) or t.text[i + 1] in SIGNS or t.is_number(i + 1)
    return goes_on and any(t.text[step] in SIGNS for step in range(max(0, i - 6), i))


def _flat(hedge: Hedge, value: float) -> tuple[float | None, float | None]:
    match hedge:
        case "approx":
            return 0.8 * value, 1.2 * value
        case "just-under":
            return 0.8 * value, value
        case "up-to":
            return 0.0, value
        case "at-least" | "over":
            return value, None
        case "exact" | "range" | "vague":
            return value, value


def interval(hedge: Hedge, value: float) -> tuple[float | None, float | None]:
    """The true values that a hedged number allows: ``approx`` 100 gives 80 to 120, ``up-to`` 100 gives 0 to 100."""
    low, high = _flat(hedge, value)
    if value < 0 and low is not None and high is not None:
        low, high = (value, 0.0) if hedge == "up-to" else (min(low, high), max(low, high))
    return low, high
