"""Word files written by hand, so that tests know every element of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = {
    "styles": ("Title", "Heading 1", "heading 2", "caption", "Quote", "toc 1", "List Bullet", "Author"),
}
STYLES = f"<w:styles {W}>" + "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name.lower()}"/></w:style>'
    for name in _NAMES["styles"]
) + "</w:styles>"  # fmt: skip
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph; what is no element becomes a run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{runs}</w:p>"


def item(words: str, number: str = "1", level: int = 0) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: tuple[str, ...], properties: str = "", head: bool = False) -> str:
    written = ""
    for at, row in enumerate(rows):
        marked = "<w:trPr><w:tblHeader/></w:trPr>" if head and not at else ""
        cells = "".join(f"<w:tc>{one if one.startswith('<') else p(one)}</w:tc>" for one in row)
        written += f"<w:tr>{marked}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{written}</w:tbl>"


def link(words: str, relation: str) -> str:
    return f'<w:hyperlink r:id="{relation}">{run(words)}</w:hyperlink>'


def mark(kind: str, key: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def notes(kind: str, found: Mapping[int, str]) -> str:
    """A part of notes: paragraphs by id, and the separator that Word always writes."""
    inside = f'<w:{kind} w:type="separator" w:id="-1">{p("---")}</w:{kind}>' + "".join(
        f'<w:{kind} w:id="{key}">{one}</w:{kind}>' for key, one in found.items()
    )
    return f"<w:{kind}s {W} {R}>{inside}</w:{kind}s>"


def relations(found: Mapping[str, tuple[str, str]]) -> str:
    """Relationships by id: type and target; addresses are external."""
    written = ""
    for key, (kind, target) in found.items():
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        written += f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{written}</Relationships>'


def docx(
    *body: str,
    links: Mapping[str, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    title: str = "",
    creator: str = "",
    pages: int | None = None,
) -> bytes:
    """A Word file of ``body``; ``links`` are addresses by relationship id, ``parts`` replaces or adds whole parts."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": relations({"a": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {W} {R}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            {
                **{key: ("hyperlink", address) for key, address in (links or {}).items()},
                "s": ("styles", "styles.xml"),
                "n": ("numbering", "numbering.xml"),
                "f": ("footnotes", "footnotes.xml"),
                "e": ("endnotes", "endnotes.xml"),
            }
        ),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-'
        'properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        "<dcterms:modified>2024-05-06T08:00:00Z</dcterms:modified></cp:coreProperties>",
    }
    if pages is not None:
        found["docProps/app.xml"] = f"<Properties><Pages>{pages}</Pages></Properties>"
    found.update(parts or {})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return file.getvalue()
