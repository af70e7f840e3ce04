"""What LaTeX's commands and environments do to the words around them, as far as a reader of running text must know.

A command that is not listed is left out, its arguments in braces stay: they are words of the text more often than not.
"""

from __future__ import annotations

HIDDEN: dict[str, int] = {
    name: count
    for count, names in {
        1: """label ref eqref pageref autoref cref Cref crefrange nameref vref Vref fref subref labelcref
            bibliography bibliographystyle addbibresource addglobalbib addsectionbib nocite usepackage RequirePackage
            documentclass input include includeonly subfile includegraphics includesvg includepdf graphicspath vspace
            stepcounter refstepcounter hypersetup geometry pagestyle thispagestyle pagenumbering index glossary color
            pagecolor selectlanguage phantom hphantom vphantom todo marginpar marginnote sidenote tag captionsetup
            enlargethispage linespread setstretch hyphenation thanks inst affil affiliation institute institution email
            address orcid ead keywords subjclass acrodef citestyle setcitestyle bibpunct sisetup usetikzlibrary
            theoremstyle numberwithin makeglossaries loadglsentries setmainfont setsansfont setmonofont fontfamily
            fontseries fontshape tikz draw node path filldraw coordinate DeclareSIUnit crefname lstset
            usemintedstyle usetheme usecolortheme setbeamertemplate includecomment excludecomment pgfplotsset
            tikzset lstinputlisting verbatiminput setdefaultlanguage setotherlanguage hspace footnotemark write openout
            preprint pacs received accepted revised ccsdesc shorttitle shortauthors titlerunning
            authorrunning corref cortext fnref dochead journal urlstyle bibfont""",
        2: """setlength addtolength settowidth setcounter addtocounter fontsize rule PassOptionsToPackage
            newtheorem newglossaryentry Crefname crefformat defbibheading DeclareFieldFormat
            setbeamercolor setbeamerfont newlist setlist""",
        3: "definecolor newacronym",
    }.items()
    for name in names.split()
}
"""Commands whose arguments in braces are no words of the text, and how many they have."""
FIRST_HIDDEN: dict[str, int] = {
    name: count
    for count, names in {
        1: """textcolor colorbox hyperlink hypertarget foreignlanguage parbox raisebox scalebox rotatebox adjustbox
            captionof textlang
            hyphenblockquote foreignquote foreigntextquote""",
        2: "multicolumn fcolorbox resizebox multirow",
    }.items()
    for name in names.split()
}
"""Commands whose first arguments are none, and whose last is one."""
DEFINING = frozenset(
    """newcommand renewcommand providecommand DeclareRobustCommand DeclareMathOperator newenvironment renewenvironment
    def gdef edef xdef let NewDocumentCommand RenewDocumentCommand newcounter newlength newsavebox newif
    DeclareCiteCommand AtBeginDocument AtEndDocument titleformat titlespacing""".split()
)
HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph minisec frametitle framesubtitle addchap "
    "addsec".split()
)
NOTES = frozenset("footnote footnotetext endnote tablefootnote footnotex sidefootnote".split())
BYLINES = frozenset("author date publishers extratitle dedicatory dedication".split())
QUOTING = {"enquote": ("“", "”"), "textquote": ("“", "”"), "textquotation": ("“", "”")}
BLANKS = frozenset("quad qquad hfill enspace thinspace space newline linebreak hspace dotfill hrulefill indent".split())
"""Commands that part words."""
BREAKS = frozenset("par newpage clearpage cleardoublepage pagebreak bigskip medskip smallskip item "
                   "maketitle tableofcontents appendix frontmatter mainmatter backmatter "
                   "printbibliography noindent".split())  # fmt: skip
"""Commands that end a paragraph."""

FORMULAS = frozenset(
    name
    for base in """equation align gather multline eqnarray flalign alignat displaymath math dmath subequations
    IEEEeqnarray array cases split""".split()
    for name in (base, f"{base}*")
)
"""Environments of mathematics: they stand inside a sentence."""
PICTURES = frozenset(
    """tikzpicture pgfpicture picture forest axis algorithm algorithm* algorithmic algorithm2e tikzcd circuitikz
    pspicture prooftree CCSXML""".split()
)
TABLES = frozenset(
    """tabular tabular* tabularx tabulary longtable longtabu tabu supertabular xltabular tblr longtblr NiceTabular
    tabbing""".split()
)
FLOATS = frozenset(
    """figure figure* table table* wrapfigure wraptable sidewaysfigure sidewaystable subfigure subtable floatrow
    SCfigure marginfigure threeparttable""".split()
)
QUOTATIONS = frozenset("quote quotation displayquote displaycquote verse epigraph quoting foreigndisplayquote".split())
LISTS = frozenset(
    "itemize enumerate description itemize* enumerate* compactitem compactenum inparaenum tasks outline".split()
)
UNITS = {
    "percent": "%", "percentage": "%", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m", "micro": "µ",
    "nano": "n", "centi": "c", "deci": "d", "hecto": "h", "metre": "m", "meter": "m", "gram": "g", "kilogram": "kg",
    "second": "s", "litre": "L", "liter": "L", "hour": "h", "minute": "min", "day": "d", "tonne": "t", "hectare": "ha",
    "watt": "W", "joule": "J", "volt": "V", "ampere": "A", "newton": "N", "pascal": "Pa", "hertz": "Hz", "kelvin": "K",
    "celsius": "°C", "degreeCelsius": "°C", "degree": "°", "per": "/", "squared": "²", "cubed": "³", "byte": "B",
    "bit": "bit", "euro": "€", "mole": "mol", "km": "km", "cm": "cm", "mm": "mm", "m": "m", "kg": "kg", "g": "g",
    "kWh": "kWh", "MW": "MW", "GW": "GW", "kW": "kW", "W": "W", "s": "s", "ha": "ha", "square": "²", "cubic": "³",
}  # fmt: skip
"""siunitx: names of units and of their prefixes, as the symbols they print."""
LANGUAGES = {
    "english": "en", "british": "en", "american": "en", "UKenglish": "en", "USenglish": "en", "ngerman": "de",
    "german": "de", "austrian": "de", "french": "fr", "francais": "fr", "spanish": "es", "italian": "it",
    "portuguese": "pt", "brazilian": "pt", "dutch": "nl", "swedish": "sv", "danish": "da", "norsk": "no",
    "polish": "pl", "czech": "cs", "finnish": "fi", "russian": "ru", "ukrainian": "uk", "turkish": "tr", "greek": "el",
}  # fmt: skip
