"""Fetching 2,000 pages from 20 hosts on loopback: politeness, speed against its limit, processor time, revalidation.

    python -m tests.benchmarks.fetching [FOLDER]    # FOLDER holds lychee and linkchecker, for comparison

Two requests at a time to a host that takes L seconds for each allow 2/L pages a second and host: that is the limit. The
site runs in a process of its own and counts what is under way at each host, and the bytes of the bodies that it sends.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from ipaddress import ip_network
from pathlib import Path

HOSTS = tuple(f"127.0.1.{number}" for number in range(1, 21))
PAGES = 100  # a host
PER_HOST = 2
WORDS = "The harbour authority of Port Ellery said on Monday that {n} containers had left the eastern quay. "


def body(host: str, number: str) -> bytes:
    words = WORDS.format(n=number) * 60
    return f"<!doctype html><html><head><title>Quay {host} {number}</title></head><body><p>{words}</p></body>".encode()


async def serve(latency_s: float) -> None:
    """Answers until standard input closes; every line read from it is answered with the counts so far."""
    under_way: dict[str, int] = dict.fromkeys(HOSTS, 0)
    counts = {"most": 0, "bytes": 0, "requests": 0}

    async def talk(host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                under_way[host] += 1
                counts["most"] = max(counts["most"], under_way[host])
                counts["requests"] += 1
                await asyncio.sleep(latency_s)
                page = body(host, head.split(" ")[1].strip("/"))
                if "if-none-match:" in head.lower():
                    writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
                else:
                    sent = b"" if head.startswith("HEAD") else page
                    counts["bytes"] += len(sent)
                    fields = (
                        f'Content-Type: text/html; charset=utf-8\r\nETag: "1"\r\nContent-Length: {len(page)}\r\n\r\n'
                    )
                    writer.write(b"HTTP/1.1 200 OK\r\n" + fields.encode() + sent)
                under_way[host] -= 1
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    ports = {}
    for host in HOSTS:
        server = await asyncio.start_server(partial(talk, host), host, 0)
        ports[host] = server.sockets[0].getsockname()[1]
    print(json.dumps(ports), flush=True)
    while await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(counts), flush=True)
        counts.update(most=0, bytes=0, requests=0)


class Site:
    """The serving process."""

    def __init__(self, latency_s: float) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.fetching", "--serve", str(latency_s)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ports: dict[str, int] = self._line()
        self.urls = [f"http://{host}:{port}/{n}" for n in range(PAGES) for host, port in self.ports.items()]

    def _line(self) -> dict[str, int]:
        assert self.process.stdout is not None
        answer: dict[str, int] = json.loads(self.process.stdout.readline())
        return answer

    def counts(self) -> dict[str, int]:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self._line()

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def bare(urls: list[str]) -> tuple[float, float]:
    """The same with nothing but sockets: what this machine, busy as it is, lets anybody reach."""

    async def one(host: str, port: int, paths: list[str]) -> None:
        reader, writer = await asyncio.open_connection(host, port)
        for path in paths:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            await reader.readexactly(int(head.lower().partition("content-length:")[2].split()[0]))
        writer.close()

    async def work() -> None:
        places: dict[tuple[str, int], list[str]] = {}
        for url in urls:
            host, _, rest = url.removeprefix("http://").partition(":")
            port, _, path = rest.partition("/")
            places.setdefault((host, int(port)), []).append(f"/{path}")
        halves = [(*place, paths[half::PER_HOST]) for place, paths in places.items() for half in range(PER_HOST)]
        await asyncio.gather(*(one(*half) for half in halves))

    start, used = time.perf_counter(), cpu_s()
    asyncio.run(work())
    return time.perf_counter() - start, cpu_s() - used


def fetch_alone(urls: list[str]) -> tuple[float, float]:
    """Seconds and processor seconds to fetch ``urls`` without reading or filing them."""
    from claimcheck.sources import Settings, fetch, guard
    from claimcheck.sources.client import Client

    settings = Settings(allow_net=(ip_network("127.0.0.0/8"),), jobs=len(HOSTS) * PER_HOST)

    async def work() -> None:
        gate = fetch.Gate(settings)
        async with Client(
            user_agent=settings.user_agent, allow_net=settings.allow_net, connections=settings.jobs, timeout_s=30
        ) as client:
            errands = [fetch.errand(guard.parse(url), None, settings) for url in urls]
            await asyncio.gather(*(fetch.run(errand, client, gate, settings) for errand in errands))
            assert all(isinstance(errand.ending, fetch.Answer) for errand in errands)

    start, used = time.perf_counter(), cpu_s()
    asyncio.run(work())
    return time.perf_counter() - start, cpu_s() - used


def gather_all(urls: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and processor seconds to fetch, read and file ``urls``."""
    from claimcheck.sources import Settings, Store, Wanted, gather

    settings = Settings(allow_net=(ip_network("127.0.0.0/8"),))
    start, used = time.perf_counter(), cpu_s()
    found = gather([Wanted(url) for url in urls], settings=settings, store=Store(folder))
    took = time.perf_counter() - start, cpu_s() - used
    assert all(source.outcome == "ok" for source in found.values()), next(iter(found.values()))
    return took


def peer(command: list[str], urls: list[str], site: Site) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # linkchecker gives up root's rights before it reads
        links = Path(folder) / "links.html"
        links.write_text("".join(f'<a href="{url}">x</a>\n' for url in urls), encoding="utf-8")
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([*command, str(links)], capture_output=True, timeout=300, check=False)
        took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    counts = site.counts()
    print(
        f"  {Path(command[0]).name:<28} {len(urls) / took:7.0f} pages/s   {1000 * used / len(urls):5.2f} ms CPU a page"
        f"   {counts['requests']:,} requests, most under way at a host {counts['most']} (exit {done.returncode})"
    )


def main(peers: Path | None) -> None:
    for latency_s in (0.2, 0.035):
        site = Site(latency_s)
        limit = len(HOSTS) * PER_HOST / latency_s
        print(f"{latency_s * 1000:.0f} ms a request: the limit is {limit:.0f} pages/s")
        fetch_alone(site.urls[:1])  # imports
        site.counts()
        with tempfile.TemporaryDirectory() as folder:
            for name, work in (
                ("sockets and nothing else", lambda: bare(site.urls)),  # noqa: B023
                ("fetched alone", lambda: fetch_alone(site.urls)),  # noqa: B023
                ("fetched, read and filed", lambda: gather_all(site.urls, Path(folder))),  # noqa: B023
                ("asked again", lambda: gather_all(site.urls, Path(folder))),  # noqa: B023
            ):
                took, used = work()  # type: ignore[no-untyped-call]
                counts = site.counts()
                rate = len(site.urls) / took
                print(
                    f"  {name:<28} {rate:7.0f} pages/s = {100 * rate / limit:3.0f} %   "
                    f"{1000 * used / len(site.urls):5.2f} ms CPU a page   most under way at a host {counts['most']}   "
                    f"{counts['bytes']:,} body bytes"
                )
        if peers is not None:  # their figures are for comparison: they keep other rules
            peer([str(peers / "lychee"), "--no-progress", "--max-concurrency", "40", "--cache-exclude-status", "200.."],
                 site.urls, site)  # fmt: skip
            peer(
                [str(peers / "linkchecker"), "--threads=40", "--check-extern", "--no-status"],
                site.urls,
                site,
            )
        site.close()


def _only(latency_s: float) -> None:
    """The two rows that are compared, alternating, three times."""
    site = Site(latency_s)
    for _ in range(3):
        took = [work(site.urls) for work in (bare, fetch_alone)]
        rates = [len(site.urls) / seconds for seconds, _ in took]
        cost = 1000 * took[1][1] / len(site.urls)
        print(f"sockets alone {rates[0]:.0f}, fetched {rates[1]:.0f} pages/s, {cost:.2f} ms CPU a page", flush=True)
    site.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(serve(float(sys.argv[2])))
    elif sys.argv[1:2] == ["--only"]:
        _only(float(sys.argv[2]))
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
