# What the machine must have, and how to get what is missing from the packages of Debian or Ubuntu.
# shellcheck shell=bash

POSTGRES_OLDEST=15
PYTHON_OLDEST=3.11

# The folder of the newest PostgreSQL server that will do: ICU for the Polish order of names, unaccent and pg_trgm for the
# search. POSTGRES_BIN names another folder than those of Debian.
postgres_bin() {
    local bin
    for bin in ${POSTGRES_BIN:-$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV)}; do
        if is_good_postgres "$bin"; then
            printf '%s\n' "$bin"
            return
        fi
    done
    return 1
}

is_good_postgres() {
    local extensions
    [[ -x $1/postgres && -x $1/initdb && $(postgres_major "$1") -ge $POSTGRES_OLDEST ]] || return 1
    [[ $(ldd "$1/postgres") == *libicui18n* ]] || return 1
    extensions=$("$1/pg_config" --sharedir)/extension
    [[ -f $extensions/unaccent.control && -f $extensions/pg_trgm.control ]] || return 1
    ((EUID != 0)) || id -u postgres >/dev/null 2>&1
}

postgres_major() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

# The newest Python from 3.11 on; one that can make virtual environments goes first.
find_python() {
    local python fallback=""
    for python in python3.13 python3.12 python3.11 python3 /usr/bin/python3; do
        "$python" -c "import sys; sys.exit(sys.version_info < (${PYTHON_OLDEST/./, }))" 2>/dev/null || continue
        if "$python" -c "import ensurepip, venv" 2>/dev/null; then
            command -v "$python"
            return
        fi
        fallback=${fallback:-$python}
    done
    [[ -n $fallback ]] && command -v "$fallback"
}

python_packages() {
    local python
    if python=$(find_python); then
        "$python" -c "import ensurepip, venv" 2>/dev/null || "$python" -c "import sys; print('python%d.%d-venv' % sys.version_info[:2])"
    elif command -v python3 >/dev/null; then
        die "Potrzebny jest Python $PYTHON_OLDEST lub nowszy, a ta maszyna ma $(python3 -V 2>&1 | sed 's/Python //'): użyj Debiana 12, Ubuntu 24.04 lub nowszego systemu."
    else
        printf '%s\n' python3 python3-venv
    fi
}

find_chromium() { command -v chromium || command -v google-chrome; }

# missing_packages DATABASE TESTS (yes or no each): the names of packages, a line each.
missing_packages() {
    local libraries
    libraries=$(/sbin/ldconfig -p)
    [[ -x .venv/bin/python ]] || python_packages
    [[ $1 == no ]] || postgres_bin >/dev/null || echo postgresql
    [[ $libraries == *libpango-1.0.so.0* ]] || echo libpango-1.0-0
    [[ $libraries == *libpangoft2-1.0.so.0* ]] || echo libpangoft2-1.0-0
    [[ $libraries == *libharfbuzz-subset.so.0* ]] || echo libharfbuzz-subset0
    command -v msgfmt >/dev/null || echo gettext
    [[ $2 == no ]] || find_chromium >/dev/null || echo chromium
    [[ $2 == no || $libraries == *libatomic.so.1* ]] || echo libatomic1 # Playwright's driver is linked to it
}

as_root() { if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi; }

may_install() { command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }; }

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null; }

apt_install() { apt_get install -y --no-install-recommends -o Dpkg::Options::=--force-confold "$@"; }

# Debian's package makes and starts a cluster of its own on port 5432; nobody here needs it, so it is told not to while we
# install. Clusters that exist already are left alone.
without_main_cluster() {
    local dir=/etc/postgresql-common/createcluster.d status=0
    as_root mkdir -p "$dir"
    echo "create_main_cluster = false" | as_root tee "$dir/wlaczenie.conf" >/dev/null
    "$@" || status=$?
    as_root rm -f "$dir/wlaczenie.conf"
    return $status
}

install_packages() {
    say "Instaluję pakiety systemowe: $*."
    {
        apt_get install --simulate "$@" || apt_get update
        without_main_cluster apt_install "$@" || { apt_get update && without_main_cluster apt_install "$@"; }
    } >var/packages.log 2>&1 || die "Nie udało się zainstalować pakietów: $*; szczegóły: var/packages.log"
}

# require_packages DATABASE TESTS
require_packages() {
    local missing
    missing=$(missing_packages "$@")
    missing=${missing//$'\n'/ }
    [[ -n $missing ]] || return 0
    may_install || die "Brakuje pakietów systemowych: $missing; ten użytkownik nie może ich zainstalować, więc poproś administratora o polecenie: apt-get install $missing, i uruchom skrypt ponownie."
    # shellcheck disable=SC2086 # a list of words
    install_packages $missing
    missing=$(missing_packages "$@")
    [[ -z $missing ]] || die "Pakiety tego systemu są za stare, nadal brakuje: ${missing//$'\n'/ } (PostgreSQL $POSTGRES_OLDEST z ICU, Python $PYTHON_OLDEST); użyj Debiana 12, Ubuntu 24.04 lub nowszego systemu."
}
