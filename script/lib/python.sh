# The virtual environment and what goes into it.
# shellcheck shell=bash

PYTHON=.venv/bin/python

# A virtual environment whose Python is gone (the system's was upgraded) is made anew.
make_venv() {
    "$PYTHON" -c "import pip" 2>/dev/null && return
    say "Tworzę środowisko Pythona w .venv."
    "$(find_python)" -m venv --clear .venv
}

# install_requirements FILE: exactly what the lists say, when they have changed.
install_requirements() {
    local lists
    lists="$(cat requirements.txt constraints.txt "$1" | sha256sum | cut -c-64) $("$PYTHON" -V)"
    ! is_done ".venv/$1.done" "$lists" || return 0
    say "Instaluję pakiety Pythona z $1."
    "$PYTHON" -m pip install -qq --disable-pip-version-check --root-user-action=ignore -r "$1" >&2
    mark_done ".venv/$1.done" "$lists"
}

manage() { "$PYTHON" manage.py "$@"; }
