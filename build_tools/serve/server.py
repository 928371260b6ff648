"""Lays the workbench over the pages as MkDocs' own server sends them, and keeps that server
alive.
"""

import base64
import hashlib
import logging
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from build_tools.messages.crash import sentence
from build_tools.serve.workbench import BENCH, HOME

log = logging.getLogger("mkdocs.hooks.casebook")
_CSS = Path(__file__).with_name("workbench.css").read_text(encoding="utf-8")
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_WORDS, _BODY = re.compile(r'<article class="md-content__inner[^>]*>'), re.compile(r"<body[^>]*>")
"""Where a page's own words begin; in a page of another make, where its body does."""


def set_up(server: LiveReloadServer, config: Any) -> LiveReloadServer:
    """The server with the workbench. It watches the handwritten pages, not the generated ones:
    writing those must not start a build.
    """
    server.unwatch(config.docs_dir)
    for path in sorted(path for path in Path(config.docs_dir).iterdir() if path.name != "archive"):
        server.watch(str(path))
    server.builder = _careful(
        server.builder, Path(config.site_dir), Path(config.config_file_path).parent
    )
    app: Any = server.get_app()
    server.set_app(_with_workbench(server, app))
    return server


def _careful(builder: Callable[[], None], site: Path, root: Path) -> Callable[[], None]:
    """A build that never raises. What breaks off is said on every page, and the pages are those of
    the last whole build.

    MkDocs would leave every browser waiting until a later build succeeds.
    """

    def build() -> None:
        try:
            with _put_back_if_broken(site):
                builder()
            BENCH.crash = ""
        except (Exception, SystemExit) as why:
            BENCH.crash = sentence(why, root)
            log.error(
                "The build broke off: %s. The pages are still those of the last whole build.",
                BENCH.crash,
                exc_info=not isinstance(why, SystemExit),
            )

    return build


@contextmanager
def _put_back_if_broken(site: Path) -> Iterator[None]:
    """MkDocs empties the site before it knows whether it can fill it again; not for a dirty build,
    which needs what is there.
    """
    kept = None if BENCH.dirty else _put_by(site)
    try:
        yield
    except (Exception, SystemExit):
        if kept:
            shutil.rmtree(site, ignore_errors=True)
            kept.rename(site)
        raise
    finally:
        if kept:
            shutil.rmtree(kept, ignore_errors=True)


def _put_by(site: Path) -> Path | None:
    """Where the last whole site is kept meanwhile; nowhere, if the system does not let go of it
    (Windows, while a file is being sent).
    """
    kept = site.with_name(f"{site.name}.kept")
    try:
        site.rename(kept)
    except OSError:
        return None
    site.mkdir()
    return kept


def _with_workbench(
    server: LiveReloadServer, app: Callable[..., Iterable[bytes]]
) -> Callable[..., Iterable[bytes]]:
    """A WSGI application: the server's own, with what the last build said at the head of every
    page.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        begun: list[Any] = []
        sent = app(environ, lambda status, headers, *more: begun.extend((status, headers)))
        status, headers = begun
        if "text/html" not in dict(headers).get("Content-Type", ""):
            start_response(status, headers)
            return sent
        page = b"".join(sent)
        there = status.startswith("200")
        if not there:  # MkDocs leaves these pages without its script: they would stay when their record is back
            inject: Any = server._inject_js_into_html
            page = inject(page, server._visible_epoch)
        address = (
            environ["PATH_INFO"]
            .encode("latin-1")
            .decode("utf-8", "replace")
            .removeprefix(server.mount_path)
        )
        panel = BENCH.panel(
            address + HOME if not address or address.endswith("/") else address,
            there,
            server.mount_path,
        )
        page = _worked_on(page.decode("utf-8", "replace"), panel).encode()
        start_response(
            status,
            [
                *(each for each in headers if each[0] != "Content-Length"),
                ("Content-Length", str(len(page))),
            ],
        )
        return [page]

    return answer


def _worked_on(page: str, panel: str) -> str:
    """The page with the panel, and with MkDocs' own script and our style allowed by their very
    words, nothing else.
    """
    top = _WORDS.search(page) or _BODY.search(page)
    at = top.end() if top else 0
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    page = f"{page[:at]}<style>{_CSS}</style>{panel}{page[at:]}" if panel else page
    return _POLICY.sub(
        lambda found: (
            found[1]
            + found[2]
            .replace("script-src", f"script-src {_hash(script)}")
            .replace("style-src", f"style-src {_hash(_CSS)}")
            + "; connect-src 'self'"
            + found[3]
        ),
        page,
        count=1,
    )


def _hash(text: str) -> str:
    """As a policy names a text that may stand within a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
