"""Which language a text is in, or that it cannot be told."""

from __future__ import annotations

import re
from typing import Any

_ENOUGH = 120  # letters below which a guess by letter statistics is a coin toss
_FAR = 1100  # the detector's distance above which its own answer is usually false
_APART = 20  # between the two nearest languages; on weblog English of 120 letters and more this left no wrong answer
_SAMPLE = 6_000  # characters
# By script alone; Han without kana is Chinese. One letter in three is enough: names and numbers are Latin everywhere.
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
_SMALL_WORDS = {
    "en": "the of and with by from that were which his her has this have their after who",
    "de": "der die das und ist von den mit dem nicht eine auf sich auch für",
    "fr": "le la les des et est une dans du que pour qui sur par pas",
    "es": "el la los las del que una por con para se fue como más su",
    "it": "il la che di del della una per con non sono nel dei gli anche",
    "pt": "o os da do das dos que uma com para não foi em ao mais",
    "nl": "de het een van en dat niet met voor zijn op aan ook door werd",
    "sv": "och att som en det är av för med till den inte har om ett",
    "da": "og at det er som en af til den ikke med har for der på",
    "no": "og at det er som en av til den ikke med har for på i",
    "pl": "w i na z się do nie że jest przez od po jak dla oraz",
    "cs": "v a na se že je s z do pro od za byl jako ve",
    "fi": "ja on ei että oli se myös ovat kun hän joka mutta sekä",
    "hu": "a az és hogy nem egy is volt meg azt ezt csak mint el",
    "ro": "și în de la cu din pe nu că este care pentru mai a fost",
    "tr": "ve bir bu için ile da de olarak daha olan çok gibi kadar",
    "id": "yang dan di dari untuk dengan pada ini tidak dalam itu akan",
    "vi": "và của là có trong cho được với các những không một người",
    "ca": "el la els les de del i que una per amb és dels als no",
}
"""Frequent words of each language. Lists of names and places have none, and their letters say anything: a singer's
record sheet looks Swedish."""
_SMALL = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_TELLING = 0.05  # share of a text's words that are its language's small words; English prose has 0.15 and more
_PLAIN = 0.10  # share of English small words that settles the matter without the detector
_SPOKEN = [  # what cited texts are written in; the detector's other profiles are mostly look-alikes of these
    *_SMALL_WORDS, "sk", "bg", "hr", "sr", "sl", "lt", "lv", "et", "ru", "uk", "ar", "fa", "is",
]  # fmt: skip
_URLS = re.compile(r"\S*(?:https?://|www\.)\S*")
_WORDS = re.compile(r"[^\W\d_]+")


def primary_subtag(tag: str | None) -> str | None:
    """The primary language subtag of a BCP 47 tag: "en" of "en-GB" and of the common misspelling "en_US"."""
    match = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", tag or "")
    return match[1].lower() if match else None


def language_of(text: str, *, declared: str | None = None) -> str | None:
    """The primary language subtag of ``text``; ``None`` when it is too short or too mixed to tell.

    ``declared`` is what the document says of itself. It stands where the text cannot tell, and for languages outside
    the detector's list; elsewhere the words win, because templates declare "en" around Korean pages.
    """
    stated = primary_subtag(declared)
    told = _told(text)
    if stated is not None and (told is None or (stated not in _SPOKEN and told in _SPOKEN)):
        return stated
    return told


def _told(text: str) -> str | None:
    sample = text[:_SAMPLE]
    if "://" in sample or "www." in sample.lower():
        sample = _URLS.sub(" ", sample)
    words = _WORDS.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < 12:
        return None
    for language, script in () if sample.isascii() else _SCRIPTS:
        if len(script.findall(sample)) * (10 if language == "ja" else 3) >= letters:
            return language
    if letters < _ENOUGH:
        return None
    if _share(words, "en") >= _PLAIN:
        return "en"
    from resiliparse.parse.lang import detect_fast

    nearest: Any = detect_fast(sample, langs=_SPOKEN, n_results=2, cutoff=_FAR)
    if not nearest or (len(nearest) > 1 and nearest[1][1] - nearest[0][1] < _APART):
        return None
    language = str(nearest[0][0])
    return language if language not in _SMALL_WORDS or _share(words, language) >= _TELLING else None


def _share(words: list[str], language: str) -> float:
    return sum(map(_SMALL[language].__contains__, words)) / max(1, len(words))
