"""Currencies (ISO 4217) as prose writes them: signs, prefixes, names, subunits, and names that need a country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.parse._wordlist import wordlist

SIGNS: Mapping[str, str] = MappingProxyType({
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₦": "NGN", "₱": "PHP", "₫": "VND", "₪": "ILS", "฿": "THB", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT",
    "₼": "AZN", "₾": "GEL", "₮": "MNT", "₨": "INR", "₭": "LAK", "៛": "KHR",
})  # fmt: skip
"""A currency sign that stands alone -> code; a plain dollar sign is the US dollar."""

SHARED_SIGNS: Mapping[str, str] = MappingProxyType(
    {"¥": "yen or yuan", "Rs": "rupee", "₨": "rupee", "kr": "krone or krona"}
)
"""Signs and abbreviations that several countries share -> the name under which :func:`code_of` tells them apart."""

DOLLAR_PREFIXES: Mapping[str, str] = MappingProxyType({
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD", "hk": "HKD",
    "nz": "NZD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "j": "JMD", "tt": "TTD", "z": "ZWG",
    "zw": "ZWG", "b": "BND", "bz": "BZD", "fj": "FJD", "n": "NAD", "ec": "XCD", "bds": "BBD", "clp": "CLP",
    "u": "UYU", "g": "GYD", "l": "LRD", "m": "MXN",
})  # fmt: skip
"""Letters right before "$" -> code: "A$", "HK$"."""

PREFIXES: Mapping[str, str] = MappingProxyType({
    "Rs": "INR", "Rs.": "INR", "Re": "INR", "Rp": "IDR", "RM": "MYR", "Tk": "BDT", "Tk.": "BDT", "kr": "SEK",
    "kr.": "DKK", "Kč": "CZK", "zł": "PLN", "Ft": "HUF", "Fr.": "CHF", "SFr": "CHF", "SFr.": "CHF", "Sfr": "CHF",
    "KSh": "KES", "Ksh": "KES", "Sh": "KES", "KSh.": "KES", "USh": "UGX", "TSh": "TZS", "RMB": "CNY", "DM": "DEM",
    "lei": "RON", "R": "ZAR", "N": "NGN", "P": "PHP", "E£": "EGP", "LE": "EGP", "Dhs": "AED", "Dh": "AED",
    "SR": "SAR", "BD": "BHD",
    "KD": "KWD", "NIS": "ILS", "Php": "PHP", "S/": "PEN", "S/.": "PEN", "Bs": "BOB", "Bs.": "VES",
    "CFA": "XOF", "FCFA": "XOF", "CFAF": "XOF", "GH¢": "GHS", "GHC": "GHS", "NKr": "NOK", "SKr": "SEK", "DKr": "DKK",
    "stg": "GBP", "UAH": "UAH",
})  # fmt: skip
"""Abbreviations before a number -> code; "R" only where it touches the number ("R250m")."""

CODES: frozenset[str] = wordlist(
    """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
        CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ
        GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
        LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN
        PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
        TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG ZWL
        """
)
"""ISO 4217 codes, with a few that history texts need."""

# Names that one country's money alone bears.
_OWN_NAMES = {
    "EUR": "euro euros",
    "JPY": "yen",
    "CNY": "yuan renminbi rmb",
    "KRW": "won",
    "THB": "baht bahts",
    "PLN": "zloty zlotys zlotych złoty złotych",
    "HUF": "forint forints",
    "INR": "rupee rupees",
    "UAH": "hryvnia hryvnias hryvnya",
    "RUB": "ruble rubles rouble roubles",
    "TRY": "lira liras",
    "ZAR": "rand",
    "NGN": "naira nairas",
    "GHS": "cedi cedis",
    "BDT": "taka takas",
    "VND": "dong",
    "IDR": "rupiah rupiahs",
    "MYR": "ringgit ringgits",
    "ILS": "shekel shekels",
    "BRL": "real reais reals",
    "PEN": "sol soles",
    "GTQ": "quetzal quetzals quetzales",
    "HNL": "lempira lempiras",
    "PYG": "guarani guaranies",
    "ETB": "birr",
    "MNT": "tugrik togrog",
    "KZT": "tenge",
    "UZS": "som soum",
    "GEL": "lari",
    "AMD": "dram drams",
    "AZN": "manat manats",
    "MMK": "kyat kyats",
    "LAK": "kip",
    "KHR": "riel riels",
    "BTN": "ngultrum",
    "MZN": "metical meticais",
    "ZMW": "kwacha",
    "AOA": "kwanza kwanzas",
    "BWP": "pula",
    "RON": "leu lei",
    "BGN": "lev leva",
    "ISK": "króna krónur",
    "CHF": "franken",
    "DEM": "deutschmark deutschmarks marks",
    "BOB": "boliviano bolivianos",
    "VES": "bolivar bolivars bolivares bolívares",
    "CRC": "colon colones",
    "HTG": "gourde gourdes",
    "USD": "dollar dollars bucks",
    "GBP": "pound pounds sterling quid",
    "CHF ": "franc francs",
    "MXN": "peso pesos",
    "SEK": "krona kronor",
    "NOK": "krone kroner",
    "CZK": "koruna korunas",
    "JOD": "dinar dinars",
    "AED": "dirham dirhams",
    "SAR": "riyal riyals",
    "IRR": "rial rials toman tomans",
    "AFN": "afghani afghanis",
    "ALL": "lek leke",
    "PGK": "kina",
    "SLE": "leone leones",
    "GMD": "dalasi",
    "MUR ": "mauritian",
    "DKK ": "øre",
}
NAMES: Mapping[str, str] = MappingProxyType(
    {name: code.strip() for code, names in _OWN_NAMES.items() for name in names.split()}
)
"""Name in lower case -> code where nothing in the text says whose dollar, pound or peso it is."""

SHILLINGS = frozenset({"shilling", "shillings"})
"""Money of East Africa where that is named; else the twentieth of a pound sterling, as in Britain until 1971."""

SUBUNITS: Mapping[str, str] = MappingProxyType({
    "cent": "USD", "cents": "USD", "¢": "USD", "penny": "GBP", "pence": "GBP", "pennies": "GBP", "p": "GBP",
    "piastre": "EGP", "piastres": "EGP", "piaster": "EGP", "piasters": "EGP", "kopeck": "RUB", "kopecks": "RUB",
    "kopek": "RUB", "kopeks": "RUB", "paise": "INR", "paisa": "INR", "centavos": "MXN", "centavo": "MXN",
    "centimes": "CHF", "grosz": "PLN", "groszy": "PLN", "öre": "SEK", "eurocent": "EUR", "eurocents": "EUR",
    "sen": "MYR", "kobo": "NGN", "pesewas": "GHS", "kuruş": "TRY", "kurus": "TRY", "satang": "THB",
    "halalas": "SAR", "agorot": "ILS", "ngwee": "ZMW", "thebe": "BWP", "bani": "RON", "stotinki": "BGN",
})  # fmt: skip
"""A hundredth of a currency -> that currency."""

# Country -> code of its money, with the names that the country shares with others.
_COUNTRIES = {
    "AUD": "australia australian australians aussie sydney melbourne canberra",
    "CAD": "canada canadian canadians ottawa toronto",
    "NZD": "zealand kiwi wellington",
    "SGD": "singapore singaporean",
    "HKD": "hong-kong hongkong",
    "TWD": "taiwan taiwanese taipei",
    "JMD": "jamaica jamaican",
    "FJD": "fiji fijian",
    "NAD": "namibia namibian",
    "LRD": "liberia liberian",
    "GYD": "guyana guyanese",
    "BBD": "barbados",
    "TTD": "trinidad",
    "BSD": "bahamas bahamian",
    "BZD": "belize",
    "ZWG": "zimbabwe zimbabwean harare",
    "LBP": "lebanon lebanese beirut",
    "EGP": "egypt egyptian egyptians cairo",
    "SYP": "syria syrian syrians damascus",
    "SDG": "sudan sudanese khartoum",
    "SSP": "south-sudan juba",
    "MXN": "mexico mexican mexicans",
    "ARS": "argentina argentine argentinian buenos",
    "CLP": "chile chilean santiago",
    "COP": "colombia colombian colombians bogotá bogota",
    "PHP": "philippines philippine filipino filipinos manila",
    "CUP": "cuba cuban havana",
    "UYU": "uruguay uruguayan montevideo",
    "DOP": "dominican",
    "INR": "india indian indians delhi mumbai",
    "PKR": "pakistan pakistani pakistanis islamabad karachi lahore",
    "LKR": "lanka lankan lankans colombo",
    "NPR": "nepal nepali nepalese kathmandu",
    "MUR": "mauritius mauritian",
    "SCR": "seychelles",
    "CHF": "switzerland swiss zurich geneva bern",
    "FRF": "",
    "XAF": "cameroon chad gabon congo-brazzaville",
    "XOF": "senegal senegalese ivory ivorian mali malian burkina niger togo benin dakar cfa",
    "RWF": "rwanda rwandan kigali",
    "BIF": "burundi burundian",
    "CDF": "congo congolese kinshasa",
    "GNF": "guinea guinean",
    "SEK": "sweden swedish swedes stockholm",
    "NOK": "norway norwegian norwegians oslo",
    "DKK": "denmark danish danes copenhagen",
    "ISK": "iceland icelandic reykjavik",
    "CZK": "czech czechs prague czechia",
    "KES": "kenya kenyan kenyans nairobi",
    "UGX": "uganda ugandan ugandans kampala",
    "TZS": "tanzania tanzanian",
    "SOS": "somalia somali mogadishu",
    "JOD": "jordan jordanian",
    "IQD": "iraq iraqi iraqis baghdad",
    "KWD": "kuwait kuwaiti",
    "BHD": "bahrain bahraini",
    "TND": "tunisia tunisian tunis",
    "DZD": "algeria algerian algiers",
    "LYD": "libya libyan tripoli",
    "RSD": "serbia serbian belgrade",
    "MAD": "morocco moroccan rabat",
    "AED": "emirates emirati dubai uae",
    "SAR": "saudi saudis riyadh",
    "QAR": "qatar qatari doha",
    "IRR": "iran iranian iranians tehran",
    "OMR": "oman omani",
    "YER": "yemen yemeni",
    "RUB": "russia russian russians moscow",
    "BYN": "belarus belarusian minsk",
    "TRY": "turkey turkish türkiye ankara istanbul",
    "ITL": "italy italian",
    "KRW": "seoul",
    "KPW": "pyongyang dprk",
    "GBP": "britain british uk england english scottish scotland welsh wales london",
    "USD": "american americans washington us",
    "JPY": "japan japanese",
    "CNY": "china chinese",
    "GHS": "ghana ghanaian",
    "NGN": "nigeria nigerian",
    "EUR": "eurozone",
    "ZAR": "south-africa",
    "BRL": "brazil brazilian",
    "UAH": "ukraine ukrainian",
    "PLN": "poland polish",
    "HUF": "hungary hungarian",
    "IDR": "indonesia indonesian",
    "MYR": "malaysia malaysian",
    "THB": "thailand thai",
    "VND": "vietnam vietnamese",
    "BDT": "bangladesh bangladeshi",
    "ILS": "israel israeli",
    "PEN": "peru peruvian",
    "ETB": "ethiopia ethiopian",
    "MMK": "myanmar burmese",
    "LAK": "laos laotian",
    "KHR": "cambodia cambodian",
    "GEL": "georgia georgian",
    "AMD": "armenia armenian",
    "AZN": "azerbaijan azerbaijani",
    "KZT": "kazakhstan kazakh",
    "VES": "venezuela venezuelan",
    "HTG": "haiti haitian",
    "ZMW": "zambia zambian",
    "AOA": "angola angolan",
    "MZN": "mozambique mozambican",
    "AFN": "afghanistan afghan",
    "BGN": "bulgaria bulgarian",
    "RON": "romania romanian",
}
_SHARED_NAMES = {
    "dollar": "AUD CAD NZD SGD HKD TWD JMD FJD NAD LRD GYD BBD TTD BSD BZD ZWG USD",
    "pound": "LBP EGP SYP SDG SSP GBP",
    "peso": "MXN ARS CLP COP PHP CUP UYU DOP",
    "rupee": "INR PKR LKR NPR MUR SCR",
    "franc": "CHF RWF BIF CDF GNF XAF XOF",
    "krona": "SEK ISK",
    "krone": "NOK DKK",
    "koruna": "CZK",
    "shilling": "KES UGX TZS SOS",
    "crown": "SEK NOK DKK CZK ISK",
    "dinar": "JOD IQD KWD BHD TND DZD LYD RSD",
    "dirham": "AED MAD",
    "riyal": "SAR QAR",
    "rial": "IRR OMR YER",
    "ruble": "RUB BYN",
    "lira": "TRY ITL",
    "won": "KRW KPW",
    "kwacha": "ZMW",
    "manat": "AZN",
    "piastre": "EGP LBP SYP",
    "centavo": "MXN BRL ARS PHP",
    "cent": "USD EUR AUD CAD NZD SGD HKD ZAR KES",
    "yen or yuan": "JPY CNY",
    "krone or krona": "SEK NOK DKK ISK",
}
_SINGULAR = {
    "dollars": "dollar", "pounds": "pound", "pesos": "peso", "rupees": "rupee", "francs": "franc", "kronor": "krona",
    "kroner": "krone", "shillings": "shilling", "dinars": "dinar", "dirhams": "dirham", "riyals": "riyal",
    "rials": "rial", "rubles": "ruble", "rouble": "ruble", "roubles": "ruble", "liras": "lira", "piastres": "piastre",
    "piasters": "piastre", "piaster": "piastre", "cents": "cent", "centavos": "centavo",
    "shilling": "shilling", "crowns": "crown",
}  # fmt: skip
_COUNTRY_MONEY = {name: code for code, names in _COUNTRIES.items() for name in names.split()}
_CANDIDATES = {name: frozenset(codes.split()) for name, codes in _SHARED_NAMES.items()}
_PLACE = re.compile(
    r"\b(?:New Zealand|Hong Kong|South Sudan|South Africa|North Korea|[A-Z][^\W\d_]+|UK|US|UAE|DPRK|CFA)\b"
)


def countries_money(text: str) -> tuple[str, ...]:
    """Codes of the money of the countries and peoples that ``text`` names, in order: "Kenya's" gives ``KES``."""
    return tuple(
        code
        for match in _PLACE.finditer(text)
        if (code := _COUNTRY_MONEY.get(match[0].removeprefix("New ").lower().replace(" ", "-")))
    )


def code_of(name: str, context: str) -> str | None:
    """The code of a currency or subunit named in lower case, told apart by the countries that ``context`` names.

    "pounds" is sterling, but Lebanese pounds in a sentence about Lebanon. A null in ``context`` marks the amount: the
    last fitting country before it wins, else the first after it.
    """
    single = _SINGULAR.get(name, name)
    default = NAMES.get(name) or SUBUNITS.get(name)
    candidates = _CANDIDATES.get(single)
    if candidates is None:
        return default
    if single == "cent" and "euro" in context.lower():
        return "EUR"
    before, _, after = context.partition("\0")
    named = [code for code in countries_money(before) if code in candidates]
    if not named:
        named = [code for code in countries_money(after) if code in candidates][:1]
    return named[-1] if named else default
