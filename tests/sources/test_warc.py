"""The exported WARC: ``warcio check`` passes, and every body has the digest of the lock."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio

from claimcheck.sources import Wanted

from .conftest import ARTICLE, FAST, Desk, Web, answer, article
from .hostile import QUAY_PDF
from .test_archive import Archive


def check(path: Path) -> int:
    """The exit code of ``warcio check``: 0 when every record can be read and every digest fits."""
    with pytest.raises(SystemExit) as ended:
        warcio(["check", "--verbose", str(path)])
    return int(ended.value.code or 0)


def test_warcio_finds_nothing_wrong_and_the_lock_names_every_body(web: Web, desk: Desk, tmp_path: Path) -> None:
    web["/gone"] = answer("", "404 Not Found")
    archive = Archive(web, web.url("/gone"))
    web["/page"] = article(ETag='"a\x7fb\xe9"', Set_Cookie="a=b")
    web["/packed"] = answer(gzip.compress(ARTICLE.encode()), headers={"Content-Encoding": "gzip"})
    web["/report.pdf"] = answer(QUAY_PDF, headers={"Content-Type": "application/pdf"})
    web["/long"] = answer(ARTICLE.format(title="Long") + "<!-- x -->" * 200_000)
    web["/wall"] = answer("<title>Quay</title><p>Subscribe to continue reading.</p>")
    web["/ünï"] = web["/%C3%BCn%C3%AF"] = article("Ünï")
    web["/old"] = answer("", "301 Moved", {"Location": "/page"})
    saved = tmp_path / "saved.txt"
    saved.write_text("In all 412 containers left the quay.\n", encoding="utf-8")
    desk.store.add_manual(web.url("/paper"), saved)
    paths = ("/gone", "/page", "/packed", "/report.pdf", "/long", "/wall", "/ünï", "/old", "/paper")
    wanted = [Wanted(web.url(path), None, "2020-01-12") for path in paths]
    sources = desk.fetch(*wanted, settings=replace(FAST, archive=archive.settings.archive))
    lock = desk.lock.updated(sources, desk.store)

    for name in ("evidence.warc.gz", "evidence.warc"):
        target = tmp_path / name
        assert desk.store.export(target) == 9
        assert check(target) == 0, name
    bodies = {}
    with target.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            if record.rec_type != "warcinfo":
                digest = hashlib.sha256(record.content_stream().read()).hexdigest()
                bodies[digest] = record.rec_headers.get_header("WARC-Target-URI")
    locked = {line.sha256 for line in lock.lines if line.sha256}
    assert len(locked) >= 7
    assert locked <= bodies.keys()


def test_warcio_would_find_a_changed_byte(web: Web, desk: Desk, tmp_path: Path) -> None:
    web["/page"] = article()
    desk.fetch(web.url("/page"))
    target = tmp_path / "evidence.warc"
    desk.store.export(target)
    records = gzip.decompress(target.read_bytes())
    target.write_bytes(records.replace(b"412 containers", b"413 containers"))
    assert check(target) == 1
