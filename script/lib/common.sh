# What every script begins with: strictness, the checkout as the working folder, words to the operator, memory of steps.
# shellcheck shell=bash
set -Eeuo pipefail
trap 'printf "Krok się nie powiódł: %s (%s, wiersz %s)\n" "$BASH_COMMAND" "${BASH_SOURCE[0]}" "$LINENO" >&2' ERR
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
ROOT=$PWD

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# var/ holds what belongs to this machine alone: the secret key, uploaded files, the memory of finished steps.
make_var() {
    (umask 077 && mkdir -p var/stamps 2>/dev/null) || true
    [[ -w var && -w var/stamps ]] || die "Nie można pisać w katalogu $ROOT/var (właściciel: $(stat -c %U var 2>/dev/null || stat -c %U .)): uruchom skrypt jako ten użytkownik."
}

# One set-up at a time in a checkout: script/server and script/test may be started together.
# Descriptor 8 is this lock, 9 the one of lib/cluster.sh; whatever outlives a script must close both.
begin_setup() {
    make_var
    exec 8>>var/setup.lock
    flock --nonblock 8 || { say "Inny skrypt właśnie przygotowuje ten katalog: czekam."; flock 8; }
}

end_setup() { exec 8>&-; }

# The content of files and folders (those that exist) as one line.
fingerprint() {
    { find "$@" -type f ! -name '*.pyc' ! -name '*.mo' -print0 2>/dev/null || true; } | sort -z | xargs -0 -r sha256sum | sha256sum | cut -c-64
}

# is_done FILE FINGERPRINT: the step that FILE remembers succeeded with exactly this.   mark_done: it just did.
is_done() { [[ -f $1 && $(<"$1") == "$2" ]]; }
mark_done() { printf '%s\n' "$2" >"$1"; }
