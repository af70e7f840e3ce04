"""Known legal texts: where they are published, and the years of Security Council resolutions.

Addresses are the publisher's own (United Nations, EUR-Lex, govinfo, treaty secretariats). A text without a stable
address has ``None``: an address that might be wrong is not suggested.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

_FIRST_OF_YEAR = (
    1, 16, 38, 67, 79, 90, 97, 99, 104, 106,  # 1946-1955
    111, 122, 127, 132, 133, 161, 171, 178, 186, 200,  # 1956-1965
    220, 233, 245, 263, 276, 292, 308, 325, 345, 367,  # 1966-1975
    385, 403, 423, 444, 462, 485, 500, 529, 546, 560,  # 1976-1985
    581, 594, 607, 627, 647, 684, 726, 800, 893, 970,  # 1986-1995
    1036, 1093, 1147, 1220, 1285, 1335, 1387, 1455, 1522, 1581,  # 1996-2005
    1652, 1739, 1795, 1860, 1908, 1967, 2033, 2086, 2133, 2196,  # 2006-2015
    2260, 2337, 2398, 2452, 2504, 2561, 2618, 2672, 2722, 2768,  # 2016-2025
)  # fmt: skip
"""Number of the first resolution of each year from 1946 (United Nations Digital Library)."""

_LAST_CERTAIN = 2803
"""The last resolution whose year is certain here: 17 November 2025."""


def year_of_resolution(number: int) -> int | None:
    """The year in which the Security Council adopted a resolution; ``None`` past the end of the table."""
    if not 1 <= number <= _LAST_CERTAIN:
        return None
    return 1945 + bisect_right(_FIRST_OF_YEAR, number)


_OHCHR = "https://www.ohchr.org/en/instruments-mechanisms/instruments/"
_ILC = "https://legal.un.org/ilc/texts/instruments/english/conventions/"

KNOWN: Mapping[str, str | None] = {
    "UN Charter": "https://www.un.org/en/about-us/un-charter",
    "Universal Declaration of Human Rights": "https://www.un.org/en/about-us/universal-declaration-of-human-rights",
    "Paris Agreement": "https://unfccc.int/process-and-meetings/the-paris-agreement",
    "Kyoto Protocol": "https://unfccc.int/kyoto_protocol",
    "Montreal Protocol": "https://ozone.unep.org/treaties/montreal-protocol",
    "North Atlantic Treaty": "https://www.nato.int/cps/en/natolive/official_texts_17120.htm",
    "Treaty on the Non-Proliferation of Nuclear Weapons": "https://disarmament.unoda.org/wmd/nuclear/npt/",
    "Comprehensive Nuclear-Test-Ban Treaty": "https://www.ctbto.org/our-mission/the-treaty",
    "Chemical Weapons Convention": "https://www.opcw.org/chemical-weapons-convention",
    "Outer Space Treaty": "https://www.unoosa.org/oosa/en/ourwork/spacelaw/treaties/outerspacetreaty.html",
    "Antarctic Treaty": "https://www.ats.aq/e/antarctictreaty.html",
    "Rome Statute": "https://www.icc-cpi.int/sites/default/files/RS-Eng.pdf",
    "European Convention on Human Rights": "https://www.echr.coe.int/documents/d/echr/convention_ENG",
    "UN Convention on the Law of the Sea": "https://www.un.org/depts/los/convention_agreements/texts/unclos/closindx.htm",
    "International Covenant on Civil and Political Rights": _OHCHR
    + "international-covenant-civil-and-political-rights",
    "International Covenant on Economic, Social and Cultural Rights": _OHCHR
    + "international-covenant-economic-social-and-cultural-rights",
    "Convention on the Rights of the Child": _OHCHR + "convention-rights-child",
    "Convention on the Elimination of All Forms of Discrimination against Women": _OHCHR
    + "convention-elimination-all-forms-discrimination-against-women",
    "Convention against Torture": _OHCHR + "convention-against-torture-and-other-cruel-inhuman-or-degrading",
    "Genocide Convention": _OHCHR + "convention-prevention-and-punishment-crime-genocide",
    "1951 Refugee Convention": "https://www.unhcr.org/about-unhcr/overview/1951-refugee-convention",
    "Geneva Conventions": "https://www.icrc.org/en/law-and-policy/geneva-conventions-and-their-commentaries",
    "First Geneva Convention": "https://ihl-databases.icrc.org/en/ihl-treaties/gci-1949",
    "Second Geneva Convention": "https://ihl-databases.icrc.org/en/ihl-treaties/gcii-1949",
    "Third Geneva Convention": "https://ihl-databases.icrc.org/en/ihl-treaties/gciii-1949",
    "Fourth Geneva Convention": "https://ihl-databases.icrc.org/en/ihl-treaties/gciv-1949",
    "Vienna Convention on Diplomatic Relations": _ILC + "9_1_1961.pdf",
    "Vienna Convention on Consular Relations": _ILC + "9_2_1963.pdf",
    "Vienna Convention on the Law of Treaties": _ILC + "1_1_1969.pdf",
    "Treaty on European Union": "https://eur-lex.europa.eu/eli/treaty/teu_2012/oj",
    "Treaty on the Functioning of the European Union": "https://eur-lex.europa.eu/eli/treaty/tfeu_2012/oj",
    "Charter of Fundamental Rights of the European Union": "https://eur-lex.europa.eu/eli/treaty/char_2012/oj",
    "General Data Protection Regulation": "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "Digital Services Act": "https://eur-lex.europa.eu/eli/reg/2022/2065/oj",
    "Digital Markets Act": "https://eur-lex.europa.eu/eli/reg/2022/1925/oj",
    "EU AI Act": "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
    "United States Constitution": "https://constitution.congress.gov/constitution/",
    "Good Friday Agreement": "https://www.gov.uk/government/publications/the-belfast-agreement",
    "Joint Comprehensive Plan of Action": "https://undocs.org/S/RES/2231(2015)",
    "Lisbon Treaty": "https://eur-lex.europa.eu/eli/treaty/lis/oj",
    "New START": None,
    "Minsk agreements": None,
    "Magna Carta": None,
    "North American Free Trade Agreement": None,
}
"""Canonical name -> address."""

ALIASES: Mapping[str, str] = {
    "charter of the united nations": "UN Charter",
    "united nations charter": "UN Charter",
    "u.n. charter": "UN Charter",
    "un's charter": "UN Charter",
    "paris climate agreement": "Paris Agreement",
    "paris climate accord": "Paris Agreement",
    "paris climate accords": "Paris Agreement",
    "paris accord": "Paris Agreement",
    "washington treaty": "North Atlantic Treaty",
    "nato treaty": "North Atlantic Treaty",
    "nato": "North Atlantic Treaty",
    "npt": "Treaty on the Non-Proliferation of Nuclear Weapons",
    "non-proliferation treaty": "Treaty on the Non-Proliferation of Nuclear Weapons",
    "nonproliferation treaty": "Treaty on the Non-Proliferation of Nuclear Weapons",
    "nuclear non-proliferation treaty": "Treaty on the Non-Proliferation of Nuclear Weapons",
    "nuclear nonproliferation treaty": "Treaty on the Non-Proliferation of Nuclear Weapons",
    "ctbt": "Comprehensive Nuclear-Test-Ban Treaty",
    "comprehensive test ban treaty": "Comprehensive Nuclear-Test-Ban Treaty",
    "comprehensive nuclear test ban treaty": "Comprehensive Nuclear-Test-Ban Treaty",
    "rome statute of the international criminal court": "Rome Statute",
    "european human rights convention": "European Convention on Human Rights",
    "convention for the protection of human rights and fundamental freedoms": "European Convention on Human Rights",
    "unclos": "UN Convention on the Law of the Sea",
    "united nations convention on the law of the sea": "UN Convention on the Law of the Sea",
    "law of the sea convention": "UN Convention on the Law of the Sea",
    "iccpr": "International Covenant on Civil and Political Rights",
    "icescr": "International Covenant on Economic, Social and Cultural Rights",
    "cedaw": "Convention on the Elimination of All Forms of Discrimination against Women",
    "un convention against torture": "Convention against Torture",
    "un convention on the rights of the child": "Convention on the Rights of the Child",
    "refugee convention": "1951 Refugee Convention",
    "geneva refugee convention": "1951 Refugee Convention",
    "geneva convention": "Geneva Conventions",
    "tfeu": "Treaty on the Functioning of the European Union",
    "eu charter of fundamental rights": "Charter of Fundamental Rights of the European Union",
    "charter of fundamental rights": "Charter of Fundamental Rights of the European Union",
    "gdpr": "General Data Protection Regulation",
    "eu general data protection regulation": "General Data Protection Regulation",
    "artificial intelligence act": "EU AI Act",
    "eu artificial intelligence act": "EU AI Act",
    "us constitution": "United States Constitution",
    "u.s. constitution": "United States Constitution",
    "american constitution": "United States Constitution",
    "constitution of the united states": "United States Constitution",
    "constitution of united states": "United States Constitution",
    "belfast agreement": "Good Friday Agreement",
    "jcpoa": "Joint Comprehensive Plan of Action",
    "iran nuclear deal": "Joint Comprehensive Plan of Action",
    "treaty of lisbon": "Lisbon Treaty",
    "european convention of human rights": "European Convention on Human Rights",
    "echr": "European Convention on Human Rights",
    "new start treaty": "New START",
    "nafta": "North American Free Trade Agreement",
    "treaty of rome": "Treaty of Rome",
    "treaty of maastricht": "Maastricht Treaty",
}
"""Folded other name -> canonical name."""

AMENDMENTS = (
    "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth "
    "Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Twenty-First Twenty-Second Twenty-Third Twenty-Fourth "
    "Twenty-Fifth Twenty-Sixth Twenty-Seventh"
).split()
"""Amendments to the United States Constitution, in order."""

OPENERS = frozenset(
    """In Under By On At For From With After Before Since Until While When Although Though The This That These Those A
    An And But Or If As To Of Its Their His Her Our My Both Neither Either Each Every Some Many Most All No Not Also
    Then
    Now Here There However Moreover Furthermore Yet Like Unlike Despite Because Where Which Whether Breaching Signing
    Citing According Following Per Via See Cf""".split()
)
"""Capitalised words that begin a sentence and no name."""
