"""Units of measurement: names and symbols as written in prose, and conversion to a base unit of their dimension.

Factors are exact by definition where one exists (SI Brochure, 9th edition; the international yard and pound agreement
of 1959; NIST Handbook 44 for US liquid measures). A year is the mean Gregorian year of 365.2425 days and a month its
twelfth. "Ton" without "metric" is the US short ton; newspapers also write it for tonnes, which
:func:`claimcheck.parse.quantities.compare` allows for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``value * factor + offset`` is the same amount in the base unit of ``dimension``."""

    symbol: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


_DAY = 86400.0
_YEAR = 365.2425 * _DAY
_POUND = 0.45359237
_INCH = 0.0254
_MILE = 1609.344
_GALLON = 3.785411784e-3
_IMPERIAL_PINT = 5.6826125e-4

# symbol | dimension | factor | names (singular; the plural in -s is added) ; further spellings of the symbol.
# A name may be several words; "-metre" and "-litre" names are also known in their American spelling.
_TABLE: tuple[tuple[str, str, float, str, str], ...] = (
    ("nm", "length", 1e-9, "nanometre", ""),
    ("µm", "length", 1e-6, "micrometre, micron", "um"),
    ("mm", "length", 1e-3, "millimetre", "MM"),
    ("cm", "length", 1e-2, "centimetre", "CM cms"),
    ("m", "length", 1.0, "metre, meter", "mtr mtrs"),
    ("km", "length", 1e3, "kilometre, click, klick", "KM Km kms Kms"),
    ("in", "length", _INCH, "inch", "ins"),
    ("ft", "length", 12 * _INCH, "foot", "FT"),
    ("yd", "length", 36 * _INCH, "yard", "yds"),
    ("mi", "length", _MILE, "mile, statute mile", "mi. mile"),
    ("nmi", "length", 1852.0, "nautical mile, sea mile", "NM n.m."),
    ("fathom", "length", 1.8288, "fathom", ""),
    ("furlong", "length", 201.168, "furlong", ""),
    ("league", "length in leagues", 1.0, "league", ""),
    ("au", "length", 1.495978707e11, "astronomical unit", "AU"),
    ("ly", "length", 9.4607304725808e15, "light year, light-year", ""),
    ("pc", "length", 3.0856775814913673e16, "parsec", ""),
    ("mm2", "area", 1e-6, "square millimetre, square mm", "mm²"),
    ("cm2", "area", 1e-4, "square centimetre, square cm, sq cm, sq. cm", "cm²"),
    ("m2", "area", 1.0, "square metre, square m, sq m, sq. m, sq metre, sq. metre", "m² sqm"),
    (
        "km2",
        "area",
        1e6,
        "square kilometre, square km, sq km, sq. km, sq.km, sq kilometre, sq. kilometre",
        "km² sqkm",
    ),
    ("ha", "area", 1e4, "hectare", "Ha"),
    ("acre", "area", 4046.8564224, "acre", "ac"),
    ("in2", "area", _INCH**2, "square inch, sq in, sq. in", "in²"),
    ("ft2", "area", (12 * _INCH) ** 2, "square foot, square ft, sq ft, sq. ft, sq foot, sq. foot", "ft² sqft"),
    ("yd2", "area", (36 * _INCH) ** 2, "square yard, sq yd, sq. yd", "yd²"),
    ("mi2", "area", _MILE**2, "square mile, sq mile, sq. mile, sq mi, sq. mi", "mi²"),
    ("mL", "volume", 1e-6, "millilitre", "ml"),
    ("cL", "volume", 1e-5, "centilitre", "cl"),
    ("L", "volume", 1e-3, "litre", "l ltr ltrs"),
    ("hL", "volume", 0.1, "hectolitre", "hl"),
    ("ML", "volume", 1e3, "megalitre", ""),
    ("GL", "volume", 1e6, "gigalitre", ""),
    ("cm3", "volume", 1e-6, "cubic centimetre, cubic cm, cu cm, cu. cm", "cm³ cc"),
    ("m3", "volume", 1.0, "cubic metre, cubic m, cu m, cu. m", "m³ cbm"),
    ("km3", "volume", 1e9, "cubic kilometre, cubic km", "km³"),
    ("ft3", "volume", (12 * _INCH) ** 3, "cubic foot, cubic ft, cu ft, cu. ft", "ft³"),
    ("in3", "volume", _INCH**3, "cubic inch", "in³"),
    ("mi3", "volume", _MILE**3, "cubic mile", "mi³"),
    ("gal", "volume", _GALLON, "gallon, US gallon", "gals"),
    ("qt", "volume", _GALLON / 4, "quart", ""),
    ("pt", "volume", _IMPERIAL_PINT, "pint", "pts"),
    ("tsp", "volume", 5e-6, "teaspoon, teaspoonful", "tsps tsp. teasp"),
    ("tbsp", "volume", 1.5e-5, "tablespoon, tablespoonful", "tbsps tbsp. tbs"),
    ("fl oz", "volume", 2.84130625e-5, "fluid ounce, fl oz, fl. oz", ""),
    ("µg", "mass", 1e-9, "microgram, microgramme", "ug mcg"),
    ("mg", "mass", 1e-6, "milligram, milligramme", ""),
    ("g", "mass", 1e-3, "gram, gramme", "gm gms gr grs"),
    ("kg", "mass", 1.0, "kilogram, kilogramme, kilo", "KG Kg kgs Kgs kilos"),
    ("t", "mass", 1e3, "tonne, metric ton, metric tonne", "MT mt"),
    ("kt", "mass", 1e6, "kilotonne, kiloton", ""),
    ("Mt", "mass", 1e9, "megatonne, megaton", ""),
    ("Gt", "mass", 1e12, "gigatonne, gigaton", ""),
    ("ton", "mass", 2000 * _POUND, "ton, short ton", ""),
    ("long ton", "mass", 2240 * _POUND, "long ton", ""),
    ("lb", "mass", _POUND, "pound weight", "lbs lb. lbs."),
    ("oz", "mass", _POUND / 16, "ounce, troy ounce", "oz. ozs"),
    ("st", "mass", 14 * _POUND, "stone", ""),
    ("ct", "mass", 2e-4, "carat", ""),
    ("cwt", "mass", 112 * _POUND, "hundredweight", "cwt. cwts cwts."),
    ("fs", "time", 1e-15, "femtosecond", ""),
    ("ps", "time", 1e-12, "picosecond", ""),
    ("ns", "time", 1e-9, "nanosecond", ""),
    ("µs", "time", 1e-6, "microsecond", ""),
    ("ms", "time", 1e-3, "millisecond", "msec"),
    ("s", "time", 1.0, "second, sec", "sec secs sec. secs."),
    ("min", "time", 60.0, "minute", "mins min. mins."),
    ("h", "time", 3600.0, "hour", "hr hrs hr. hrs. hours"),
    ("day", "time", _DAY, "day", "days"),
    ("week", "time", 7 * _DAY, "week", "wk wks"),
    ("month", "time", _YEAR / 12, "month, calendar month", "mos mths"),
    ("year", "time", _YEAR, "year, calendar year", "yr yrs yr. yrs. yo"),
    ("m/s", "speed", 1.0, "metre per second, metre a second, metre/second", "mps"),
    ("km/s", "speed", 1e3, "kilometre per second, kilometre a second, km per second", ""),
    (
        "km/h",
        "speed",
        1 / 3.6,
        "kilometre per hour, kilometre an hour, kilometre/hour, km per hour, km an hour",
        "kph kmh kmph km/hr KPH",
    ),
    ("mph", "speed", _MILE / 3600, "mile per hour, mile an hour, mile/hour", "m.p.h. MPH mi/h"),
    ("kn", "speed", 1852 / 3600, "knot", "kts kt"),
    ("ft/s", "speed", 12 * _INCH, "foot per second, foot a second", ""),
    ("J", "energy", 1.0, "joule", ""),
    ("kJ", "energy", 1e3, "kilojoule", ""),
    ("MJ", "energy", 1e6, "megajoule", ""),
    ("GJ", "energy", 1e9, "gigajoule", ""),
    ("kcal", "energy", 4184.0, "kilocalorie, calorie", "kcals Cal cal"),
    ("Wh", "energy", 3600.0, "watt hour, watt-hour", ""),
    ("kWh", "energy", 3.6e6, "kilowatt hour, kilowatt-hour", "kwh KWh KWH"),
    ("MWh", "energy", 3.6e9, "megawatt hour, megawatt-hour", "MWH mwh"),
    ("GWh", "energy", 3.6e12, "gigawatt hour, gigawatt-hour", "GWH gwh"),
    ("TWh", "energy", 3.6e15, "terawatt hour, terawatt-hour", "TWH twh"),
    ("Btu", "energy", 1055.05585262, "British thermal unit", "BTU BTUs"),
    ("mW", "power", 1e-3, "milliwatt", ""),
    ("W", "power", 1.0, "watt", ""),
    ("kW", "power", 1e3, "kilowatt", "KW kw"),
    ("MW", "power", 1e6, "megawatt", "MWe MWp"),
    ("GW", "power", 1e9, "gigawatt", "GWe GWp"),
    ("TW", "power", 1e12, "terawatt", ""),
    ("hp", "power", 745.6998715822702, "horsepower", "bhp HP"),
    ("V", "voltage", 1.0, "volt", ""),
    ("kV", "voltage", 1e3, "kilovolt", ""),
    ("A", "current", 1.0, "ampere, amp", ""),
    ("mA", "current", 1e-3, "milliampere, milliamp", ""),
    ("mAh", "charge", 3.6, "milliamp hour, milliampere hour", ""),
    ("Hz", "frequency", 1.0, "hertz", ""),
    ("kHz", "frequency", 1e3, "kilohertz", ""),
    ("MHz", "frequency", 1e6, "megahertz", ""),
    ("GHz", "frequency", 1e9, "gigahertz", ""),
    ("rpm", "frequency", 1 / 60, "revolution per minute", "RPM"),
    ("Pa", "pressure", 1.0, "pascal", ""),
    ("hPa", "pressure", 100.0, "hectopascal", ""),
    ("kPa", "pressure", 1e3, "kilopascal", ""),
    ("bar", "pressure", 1e5, "", ""),
    ("MPa", "pressure", 1e6, "megapascal", ""),
    ("mbar", "pressure", 100.0, "millibar", "mb"),
    ("psi", "pressure", 6894.757293168, "pound per square inch", ""),
    ("mmHg", "pressure", 133.322387415, "millimetre of mercury", "mmhg"),
    ("dB", "loudness", 1.0, "decibel", "dBA"),
    ("lx", "illuminance", 1.0, "lux", ""),
    ("B", "information", 1.0, "byte", ""),
    ("kB", "information", 1e3, "kilobyte", "KB kb"),
    ("MB", "information", 1e6, "megabyte", ""),
    ("GB", "information", 1e9, "gigabyte", "Gb gb"),
    ("TB", "information", 1e12, "terabyte", ""),
    ("PB", "information", 1e15, "petabyte", ""),
    ("KiB", "information", 2.0**10, "kibibyte", ""),
    ("MiB", "information", 2.0**20, "mebibyte", ""),
    ("GiB", "information", 2.0**30, "gibibyte", ""),
    ("TiB", "information", 2.0**40, "tebibyte", ""),
    ("kbps", "bit rate", 1e3, "kilobit per second, kilobit a second", "Kbps kbit/s"),
    ("Mbps", "bit rate", 1e6, "megabit per second, megabit a second", "Mbit/s Mb/s"),
    ("Gbps", "bit rate", 1e9, "gigabit per second, gigabit a second", "Gbit/s Gb/s"),
    ("px", "pixels", 1.0, "pixel", ""),
    ("MP", "pixels", 1e6, "megapixel", ""),
    ("ppm", "fraction", 1e-6, "part per million, part in a million", ""),
    ("ppb", "fraction", 1e-9, "part per billion", ""),
    ("mg/L", "concentration", 1e-3, "milligram per litre", "mg/l"),
    ("g/L", "concentration", 1.0, "gram per litre", "g/l"),
    ("µg/L", "concentration", 1e-6, "microgram per litre", "µg/l ug/L ug/l"),
    ("ng/L", "concentration", 1e-9, "nanogram per litre", "ng/l"),
    ("µg/m3", "concentration", 1e-9, "microgram per cubic metre", "µg/m³ ug/m3"),
    ("mg/m3", "concentration", 1e-6, "milligram per cubic metre", "mg/m³"),
    ("mg/dL", "concentration", 1e-2, "milligram per decilitre", "mg/dl"),
    ("ng/mL", "concentration", 1e-6, "nanogram per millilitre", "ng/ml"),
    ("mmol/L", "molarity", 1.0, "millimole per litre", "mmol/l"),
    ("µmol/L", "molarity", 1e-3, "micromole per litre", "µmol/l"),
    ("nmol/L", "molarity", 1e-6, "nanomole per litre", "nmol/l"),
    ("g/dL", "concentration", 10.0, "gram per decilitre", "g/dl"),
    ("IU", "biological activity", 1.0, "international unit", "iu"),
    ("mg/kg", "dose", 1e-6, "milligram per kilogram, milligram per kilo", ""),
    ("kg/m3", "density", 1.0, "kilogram per cubic metre", "kg/m³"),
    ("kg/ha", "yield", 1e-3, "kilogram per hectare, kilo per hectare", ""),
    ("t/ha", "yield", 1.0, "tonne per hectare, tonne a hectare", ""),
    ("W/m2", "irradiance", 1.0, "watt per square metre", "W/m²"),
    ("m3/s", "flow", 1.0, "cubic metre per second, cubic metre a second", "m³/s cumecs"),
    ("mL/min", "flow", 1e-6 / 60, "millilitre per minute, millilitre a minute", "ml/min"),
    ("L/min", "flow", 1e-3 / 60, "litre per minute, litre a minute", "l/min"),
    ("L/s", "flow", 1e-3, "litre per second, litre a second", "l/s"),
    ("mSv", "dose equivalent", 1e-3, "millisievert", ""),
    ("µSv", "dose equivalent", 1e-6, "microsievert", ""),
    ("Sv", "dose equivalent", 1.0, "sievert", ""),
    ("Bq", "activity", 1.0, "becquerel", ""),
    ("N", "force", 1.0, "newton", ""),
    ("kN", "force", 1e3, "kilonewton", ""),
    ("lb-ft", "torque", 1.3558179483314, "pound-foot, foot-pound", "ft-lb ft-lbs"),
    ("Nm", "torque", 1.0, "newton metre, newton-metre", ""),
    ("°", "angle", 1.0, "degree", "deg"),
    ("magnitude", "magnitude", 1.0, "", ""),
)  # fmt: skip

_TEMPERATURES = (
    Unit("°C", "temperature", 1.0, 273.15),
    Unit("°F", "temperature", 5 / 9, 459.67 * 5 / 9),
    Unit("K", "temperature", 1.0, 0.0),
)
_TEMPERATURE_NAMES = {
    "°C": "°C|℃|degree Celsius|degree centigrade|degree C|° Celsius|Celsius|centigrade",
    "°F": "°F|℉|degree Fahrenheit|degree F|° Fahrenheit|Fahrenheit",
    "K": "kelvin|degree Kelvin",
}
# Spans of several base units, as prose counts them: "two decades" is 20 years.
_MULTIPLES: dict[str, tuple[str, float]] = {
    "bcm": ("m3", 1e9),
    "bcf": ("ft3", 1e9),
    "decade": ("year", 10),
    "decades": ("year", 10),
    "centuries": ("year", 100),
    "century": ("year", 100),
    "millennia": ("year", 1000),
    "millennium": ("year", 1000),
    "fortnight": ("week", 2),
    "fortnights": ("week", 2),
    "basis point": ("percentage-point", 0.01),
    "basis points": ("percentage-point", 0.01),
    "bps": ("percentage-point", 0.01),
    "bp": ("percentage-point", 0.01),
}
# Names that neighbours use, in texts that quote their neighbours' figures.
_FOREIGN = {
    "km": "kilometer kilomètre kilomètres kilómetro kilómetros chilometro chilometri quilômetros",
    "m": "mètre mètres metro metros metri",
    "t": "tonnen tonelada toneladas tonnellate",
    "kg": "kilogramm kilogrammes kilogramos chilogrammi chili",
    "h": "stunde stunden heure heures hora horas uur uren timmar",
    "min": "minuten minuti minutos",
    "day": "tag tage tagen jour jours día días dias giorno giorni dagen dagar",
    "week": "woche wochen semaine semaines semana semanas settimana settimane weken veckor",
    "month": "monat monate monaten mois mes meses mese mesi maanden månader",
    "year": "jahr jahre jahren ans année années año años anos anno anni jaar",
    "ha": "hektar hectáreas ettari",
    "°": "grad gradi grados",
    "L": "liter litros litri",
}
FOREIGN_UNITS = frozenset(name for names in _FOREIGN.values() for name in names.split()) - {
    "meter",
    "mes",
    "pour",
    "liter",
    "mois",
}
"""Names of units that show a text to write its numbers as its neighbours do."""
_SHARES: dict[str, str] = {
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    "per-cent": "percent",
    "pct": "percent",
    "pct.": "percent",
    "pc": "percent",
    "p.c.": "percent",
    "percentage point": "percentage-point",
    "percentage points": "percentage-point",
    "percentage-point": "percentage-point",
    "percentage-points": "percentage-point",
    "percent points": "percentage-point",
    "% points": "percentage-point",
    "pp": "percentage-point",
    "pps": "percentage-point",
    "ppt": "percentage-point",
    "ppts": "percentage-point",
    "p.p.": "percentage-point",
    "prozentpunkte": "percentage-point",
    "puntos porcentuales": "percentage-point",
    "punti percentuali": "percentage-point",
    "points de pourcentage": "percentage-point",
    "prozent": "percent",
    "por ciento": "percent",
    "per cento": "percent",
    "pour cent": "percent",
    "procent": "percent",
}
_IRREGULAR_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "lux": "lux"}
_SAME_PLURAL = {"horsepower", "stone", "kelvin", "hertz", "lux", "Celsius", "Fahrenheit", "centigrade", "hundredweight"}


def _plural(name: str) -> str:
    """ "metre per second" gives "metres per second": the head is the word before "per", "a", "an", "of" or "/"."""
    for joint in (" per ", " a ", " an ", " of ", " in ", "/"):
        if joint in name:
            head, _, tail = name.partition(joint)
            return _plural(head) + joint + tail
    if name.startswith("degree "):
        return "degrees " + name.removeprefix("degree ")
    before, _, last = name.rpartition(" ")
    if last in _SAME_PLURAL:
        return name
    return f"{before} {_IRREGULAR_PLURALS.get(last, last + 's')}".strip()


def _spellings(name: str) -> set[str]:
    american = name.replace("metre", "meter").replace("litre", "liter")
    forms = {name, american}
    return {form.lower() for form in forms | {_plural(form) for form in forms}}


def _read_tables() -> tuple[dict[str, Unit], dict[str, str], dict[str, tuple[str, float]]]:
    units: dict[str, Unit] = {"percent": Unit("percent", "share", 0.01), "ratio": Unit("ratio", "share")}
    units["percentage-point"] = Unit("percentage-point", "share difference", 0.01)
    symbols: dict[str, str] = {}
    names: dict[str, tuple[str, float]] = {}
    for symbol, dimension, factor, spoken, spellings in _TABLE:
        units[symbol] = Unit(symbol, dimension, factor)
        for spelling in (symbol, *spellings.split()):
            symbols.setdefault(spelling, symbol)
        for name in filter(None, (part.strip() for part in spoken.split(","))):
            names.update(dict.fromkeys(_spellings(name), (symbol, 1.0)))
    for unit in _TEMPERATURES:
        units[unit.symbol] = unit
        for name in _TEMPERATURE_NAMES[unit.symbol].split("|"):
            names.update(dict.fromkeys({name.lower(), _plural(name).lower()}, (unit.symbol, 1.0)))
    for symbol, words in _FOREIGN.items():
        for name in words.split():
            names.setdefault(name, (symbol, 1.0))
    names.update(_MULTIPLES)
    names.update({name: (symbol, 1.0) for name, symbol in _SHARES.items()})
    return units, symbols, names


_units, _symbols, _names = _read_tables()
UNITS: Mapping[str, Unit] = MappingProxyType(_units)
"""Every known unit by its symbol."""
SYMBOLS: Mapping[str, str] = MappingProxyType(_symbols)
"""Symbol as written, case kept ("MW", "kms") -> usual symbol."""
NAMES: Mapping[str, tuple[str, float]] = MappingProxyType(_names)
"""Name in lower case ("decades", "square kilometres") -> usual symbol and how many of it one is."""


def to_base(value: float, unit: str) -> tuple[float, str]:
    """``value`` in the base unit of its dimension, and the dimension: 26 "mi" gives 41842.944 and "length".

    Currencies and unknown units are dimensions of their own, so that they never compare across.
    """
    known = UNITS.get(unit)
    if known is None:
        return value, unit
    return value * known.factor + known.offset, known.dimension


def symbol_of(name: str) -> str | None:
    """The usual symbol of a unit as written in prose ("kilometres", "sq. km"), or ``None``."""
    if name in SYMBOLS:
        return SYMBOLS[name]
    found = NAMES.get(name.lower())
    return found[0] if found else None
