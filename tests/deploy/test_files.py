"""What is shipped to host the site: the lock, the container file, the compose files and what they name."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)")
INSTRUCTIONS = {"FROM", "ENV", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT"}
APPS = ("app-1", "app-2", "app-3")


def name(written: str) -> str:
    """Write the name of a package as indexes compare it."""
    return re.sub(r"[-_.]+", "-", written).lower()


def locked() -> list[str]:
    """Give the entries of the lock, each as one line."""
    return (DEPLOY / "requirements.lock").read_text().replace("\\\n", " ").splitlines()


def instructions() -> list[tuple[str, str]]:
    """Give the instructions of the container file, each with what it says."""
    lines = [line for line in (DEPLOY / "Containerfile").read_text().splitlines() if line and not line.startswith("#")]
    whole = re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines()
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in whole]


def said(instruction: str) -> list[str]:
    """Give what all instructions of a kind say."""
    return [words for kind, words in instructions() if kind == instruction]


def compose(file: str = "compose.yaml") -> dict[str, Any]:
    """Read a compose file."""
    found: dict[str, Any] = yaml.safe_load((DEPLOY / file).read_text())
    return found


def test_the_lock_pins_what_is_required_and_everything_has_a_hash() -> None:
    pinned = {(name(found[1]), found[2]) for line in locked() if (found := LOCKED.match(line))}
    required = {
        (name(one), version) for one, version in (line.split("==") for line in (ROOT / "requirements.txt").read_text().split())
    }
    assert required <= pinned
    assert {one for one, _ in required} & {one for one, _ in pinned - required} == set()
    assert all(LOCKED.match(line) and re.search(r"--hash=sha256:[0-9a-f]{64}", line) for line in locked())


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert not re.search(r"https?:|file:|index|find-links|\bgit\b|@|(?<!\S)/", (DEPLOY / "requirements.lock").read_text())


def test_the_image_is_built_of_what_is_there_and_runs_as_nobody_in_particular() -> None:
    assert {kind for kind, _ in instructions()} <= INSTRUCTIONS
    (base,) = said("FROM")
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+\.\d+-slim-[a-z]+", base)
    for copied in said("COPY"):
        *sources, _ = copied.split()
        assert all((ROOT / source).exists() for source in sources), copied
    assert said("USER") == ["10001:10001"]
    after = [kind for kind, _ in instructions()][[kind for kind, _ in instructions()].index("USER") :]
    assert "RUN" not in after
    assert "COPY" not in after
    (installed, checked) = said("RUN")
    assert "--require-hashes" in installed
    assert "dashboard check" in checked
    assert "127.0.0.1:8501/health" in said("HEALTHCHECK")[0]


def test_what_the_image_leaves_out_is_all_that_it_does_not_copy() -> None:
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text().split()
    assert ignored[0] == "*"
    assert {line[1:] for line in ignored if line.startswith("!")} == {copied.split()[0] for copied in said("COPY")}


@pytest.mark.parametrize("service", [*APPS, "nginx"])
def test_each_container_may_do_as_little_as_it_needs(service: str) -> None:
    told = compose()["services"][service]
    assert told["read_only"] is True
    assert told["cap_drop"] == ["ALL"]
    assert told["security_opt"] == ["no-new-privileges:true"]
    assert [where.split(":")[0] for where in told["tmpfs"]] == ["/tmp"]  # noqa: S108 - a container's own
    assert told["user"].split(":")[0] not in ("", "0", "root")
    assert {"mem_limit", "cpus", "pids_limit", "restart", "healthcheck"} <= set(told)
    assert "privileged" not in told


def test_nginx_alone_is_open_to_the_outside_and_stands_before_all_replicas() -> None:
    services = compose()["services"]
    assert set(services) == {*APPS, "nginx"}
    assert [one for one, told in services.items() if "ports" in told] == ["nginx"]
    assert all(list(services[app]["networks"]) == ["inside"] for app in APPS)
    assert compose()["networks"]["inside"]["internal"] is True
    assert re.findall(r"server (app-\d):8501", (DEPLOY / "nginx.conf").read_text()) == list(APPS)
    trusted = {services[app]["environment"]["FORWARDED_ALLOW_IPS"] for app in APPS}
    assert trusted == {services["nginx"]["networks"]["inside"]["ipv4_address"]}
    assert re.fullmatch(r"docker\.io/library/nginx:\d+\.\d+\.\d+-[a-z]+", services["nginx"]["image"])


@pytest.mark.parametrize("file", ["compose.yaml", "compose.tls.yaml"])
def test_all_that_is_mounted_is_there_and_can_only_be_read(file: str) -> None:
    mounted = [one for told in compose(file)["services"].values() for one in told.get("volumes", [])]
    assert mounted
    for one in mounted:
        source, mode = re.sub(r"\$\{\w+:\?[^}]*\}", ".", re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", one)).split(":")[::2]
        assert (DEPLOY / source).exists(), one
        assert mode == "ro"


def test_every_file_that_nginx_names_is_mounted_and_every_page_is_named() -> None:
    configuration = "".join((DEPLOY / name).read_text() for name in ("nginx.conf", "site.conf", "plain.conf"))
    assert set(re.findall(r"^\s*include (\S+);", configuration, re.MULTILINE)) == {"mime.types", "server.conf", "site.conf"}
    assert set(re.findall(r"/pages/(\d+\.html)", configuration)) == {page.name for page in (DEPLOY / "pages").iterdir()}


@pytest.mark.parametrize("page", sorted((DEPLOY / "pages").iterdir()), ids=lambda page: page.name)
def test_each_page_of_nginx_says_in_words_what_is_wrong(page: Path) -> None:
    text = page.read_text()
    assert re.search(r"<h1>[^<]+</h1>\n<p>[^<]+\.</p>", text)
    assert 'lang="en"' in text
    assert "nginx" not in text
