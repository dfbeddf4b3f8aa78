"""What the scripts say when something is in the way, what they remember, and the private PostgreSQL that they keep."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
USES_A_CLUSTER = """
    use_cluster "$(throwaway_home)" fsync=off
    trap leave_cluster EXIT
    echo "$CLUSTER"
"""


@pytest.fixture
def checkout(tmp_path):
    """A folder that has the scripts and the virtual environment, and a var/ of its own."""
    shutil.copytree(ROOT / "script", tmp_path / "script", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


@pytest.fixture
def bash(checkout):
    """``bash(commands)`` runs commands after script/bootstrap was read in, with nothing of ours in the environment."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}

    def run(commands, **more):
        return subprocess.run(
            ["bash", "-c", f"source script/bootstrap\nmake_var\n{commands}"],
            cwd=checkout, env=environment | more, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture
def holder(checkout):
    """``holder()``: a process that uses a throw-away cluster until its input ends; and the folder of that cluster."""
    processes = []

    def start(use=USES_A_CLUSTER):
        command = f"source script/bootstrap\n{use}\nread -r line || true"
        process = subprocess.Popen(
            ["bash", "-c", command], cwd=checkout, env={"PATH": os.environ["PATH"], "HOME": str(checkout)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        processes.append(process)
        return process, Path(process.stdout.readline().strip())

    yield start
    for process in processes:
        process.stdin.close()
        process.wait(timeout=60)
        process.stdout.close()


def until(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def is_served(home):
    """Whether a PostgreSQL listens in the folder."""
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(home / "socket" / ".s.PGSQL.5432")) == 0


def one_line(text):
    return text.endswith("\n") and text.count("\n") == 1


def test_missing_packages_are_named_in_one_sentence_when_one_may_not_install(bash):
    answer = bash("""
        missing_packages() { printf '%s\\n' postgresql gettext; }
        may_install() { false; }
        require_packages yes no
    """)
    assert answer.returncode != 0
    assert one_line(answer.stderr)
    assert "postgresql gettext" in answer.stderr
    assert answer.stdout == ""


def test_a_hidden_postgresql_is_missing(bash):
    assert "postgresql" in bash("missing_packages yes no", POSTGRES_BIN="/nowhere").stdout.split()
    assert "postgresql" not in bash("missing_packages no no", POSTGRES_BIN="/nowhere").stdout.split()


def test_a_python_that_is_too_old_is_named_in_one_sentence(bash):
    answer = bash("find_python() { return 1; }\npython_packages")
    assert answer.returncode != 0
    assert one_line(answer.stderr)
    assert "3.11" in answer.stderr


def test_a_port_that_is_taken_is_named_with_the_remedy(checkout):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        environment = {"PATH": os.environ["PATH"], "HOME": str(checkout), "PORT": str(port)}
        answer = subprocess.run(
            ["script/server"], cwd=checkout, env=environment, capture_output=True, text=True, timeout=60
        )
    assert answer.returncode == 1
    assert one_line(answer.stderr)
    assert f"Port {port}" in answer.stderr
    assert f"PORT={port + 1} script/server" in answer.stderr


def test_a_secret_key_is_made_once_and_for_its_owner_alone(bash, checkout):
    first, second = (bash('prepare_environment; echo "$SECRET_KEY $ALLOWED_HOSTS $DEBUG"').stdout for _ in range(2))
    key, hosts, debug = first.split()
    assert first == second
    assert len(key) >= 50
    assert (hosts, debug) == ("localhost,127.0.0.1", "0")
    assert (checkout / "var" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (checkout / "var").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("hosts", "is_public"),
    [
        ("localhost,127.0.0.1", False),
        ("localhost, [::1]", False),
        ("localhost,wlaczenie.example.org", True),
        ("10.0.0.7", True),
    ],
)
def test_a_public_address_gets_no_demo_unless_asked(bash, hosts, is_public):
    commands = 'manage() { echo manage "$@" >&2; }\nprepare_demo'
    assert ("demo" in bash(commands, ALLOWED_HOSTS=hosts).stderr) is not is_public
    assert "demo" in bash(commands, ALLOWED_HOSTS=hosts, DEMO="1").stderr
    assert "demo" not in bash(commands, ALLOWED_HOSTS=hosts, DEMO="0").stderr


def test_a_step_is_repeated_when_its_ingredients_change(bash, checkout):
    step = 'is_done var/stamps/step "$(fingerprint folder)" && echo skipped; mark_done var/stamps/step "$(fingerprint folder)"'
    (checkout / "folder").mkdir()
    (checkout / "folder" / "a.css").write_text("one")
    assert bash(step).stdout == ""
    assert bash(step).stdout == "skipped\n"
    (checkout / "folder" / "a.css").write_text("two")
    assert bash(step).stdout == ""
    (checkout / "folder" / "a.css").rename(checkout / "folder" / "b.css")
    assert bash(step).stdout == ""


def test_a_moved_checkout_keeps_its_data_and_a_copy_gets_its_own(bash, checkout, tmp_path_factory):
    home = bash("cluster_home").stdout
    assert home.startswith("/")
    assert bash("cluster_home").stdout == home

    def home_in(folder):
        command = ["bash", "-c", "source script/bootstrap; cluster_home"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout

    copy = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(checkout, copy, symlinks=True)
    assert home_in(copy) != home
    moved = copy.parent / "moved"
    shutil.move(checkout, moved)
    assert home_in(moved) == home


def test_the_private_database_is_postgresql_with_icu_and_without_a_port(bash):
    answer = bash(
        USES_A_CLUSTER
        + """
        query "SELECT current_setting('server_version_num')::int >= 150000, current_setting('listen_addresses') = '',
            pg_encoding_to_char(encoding), (SELECT count(*) > 0 FROM pg_collation WHERE collname = 'pl-x-icu'),
            NOT usesuper, usecreatedb FROM pg_database, pg_user WHERE datname = current_database() AND usename = current_user"
        query "CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm; SELECT unaccent('Łukasik')"
        env | grep ^DATABASE_URL=
    """
    )
    home, facts, name, address = answer.stdout.splitlines()
    assert facts == "t|t|UTF8|t|t|t"
    assert name == "Lukasik"
    assert address == f"DATABASE_URL=postgres://wlaczenie@/wlaczenie?host={home}/socket"
    assert not Path(home).exists()


def test_the_database_stops_with_the_last_one_who_uses_it(holder):
    first, home = holder()
    second, same = holder(f'use_cluster "{home}"\ntrap leave_cluster EXIT\necho "$CLUSTER"')
    assert same == home
    first.communicate("done\n", timeout=30)
    assert is_served(home)
    second.communicate("done\n", timeout=30)
    assert not home.exists()


def test_the_database_stops_when_its_last_user_is_killed(holder):
    process, home = holder()
    assert is_served(home)
    process.kill()
    assert until(lambda: not home.exists())


def test_a_database_that_was_killed_starts_again(holder):
    process, home = holder()
    os.kill(int((home / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    assert until(lambda: not is_served(home))
    again, _ = holder(f'use_cluster "{home}"\ntrap leave_cluster EXIT\nquery "SELECT 1" >&2\necho "$CLUSTER"')
    assert is_served(home)
    again.communicate("done\n", timeout=30)
    process.communicate("done\n", timeout=30)
    assert until(lambda: not home.exists())


def test_a_lock_file_whose_number_went_to_another_process_is_not_believed(holder):
    _, home = holder()
    lock = home / "data" / "postmaster.pid"
    lines = lock.read_text().splitlines()
    os.kill(int(lines[0]), signal.SIGKILL)
    assert until(lambda: not is_served(home))
    lock.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    holder(f'use_cluster "{home}"\ntrap leave_cluster EXIT\necho "$CLUSTER"')
    assert is_served(home)


def test_definitions_are_proved_after_an_upgrade_and_a_failing_one_does_not_keep_the_server_from_starting(bash):
    stands_in = 'uses_own_database() { true; }\nquery() { echo t; }\nmanage() { echo manage "$@" >&2; '
    twice = "}\nmkdir -p indicators\nprepare_definitions\nprepare_definitions\necho started"
    assert bash(stands_in + twice).stderr.splitlines() == ["manage definitions --quiet"]
    changed = "}\necho 1 > indicators/words.py\nprepare_definitions\necho started"
    assert bash(stands_in + changed).stderr.splitlines() == ["manage definitions --quiet"]
    failing = bash(stands_in + "return 1; " + twice.replace("mkdir -p indicators", "echo 2 > indicators/words.py"))
    assert failing.stdout == "started\n"
    assert failing.stderr.splitlines() == ["manage definitions --quiet"] * 2
