# A private PostgreSQL: a real server from the machine's binaries, with a data folder of its own, reached through a Unix
# socket that only this user can open. It needs no port and no password and cannot meet another server.
#
# Whoever uses it holds a shared lock on its file "users". The last one to leave stops it; should that one be killed, the
# keeper does, which waits for the lock until nobody holds it.
# shellcheck shell=bash

DATABASE=wlaczenie # the name of the database and of the role that owns it

# PostgreSQL refuses to run as root: then it runs as the user that its package made.
as_postgres() {
    if ((EUID == 0)); then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi
}

give_to_postgres() { ((EUID != 0)) || chown postgres: "$@"; }

# The folder of this checkout's cluster lies outside the checkout, where neither a 0700 folder nor git clean comes between.
# var/cluster-UID remembers it, so that a moved checkout keeps its data, while a copied or newly cloned one gets its own.
cluster_home() {
    local base=/var/lib/wlaczenie memory=var/cluster-$UID home="" owner=""
    ((EUID == 0)) || base=${XDG_DATA_HOME:-$HOME/.local/share}/wlaczenie
    [[ ! -f $memory ]] || { read -r home && read -r owner; } <"$memory"
    if [[ -z $home || ($owner != "$ROOT" && $(head -1 "$owner/$memory" 2>/dev/null) == "$home") ]]; then
        home=$base/$(od -An -N6 -tx1 /dev/urandom | tr -d ' ')
    fi
    [[ $owner == "$ROOT" ]] || printf '%s\n%s\n' "$home" "$ROOT" >"$memory"
    printf '%s\n' "$home"
}

# A folder for a cluster that goes when its last user does.
throwaway_home() {
    local base=${TMPDIR:-/tmp} home
    ((EUID != 0)) || base=/tmp
    home=$(mktemp -d "$base/wlaczenie-XXXXXX")
    touch "$home/throw-away"
    printf '%s\n' "$home"
}

# use_cluster HOME [OPTION=VALUE…]: starts the cluster unless it runs, and points DATABASE_URL at it.
use_cluster() {
    CLUSTER=$1
    (umask 066 && mkdir -p "$CLUSTER" && touch "$CLUSTER/users" "$CLUSTER/starting") || die "Nie można utworzyć katalogu bazy danych $CLUSTER."
    ((EUID != 0)) || chmod 711 "$CLUSTER" # root holds the folder, PostgreSQL what is in it
    exec 9>>"$CLUSTER/users"
    flock --shared 9
    BIN=$(cluster_bin)
    SOCKETS=$(socket_folder)
    exec 7>>"$CLUSTER/starting"
    flock 7
    if ! is_running; then
        create_cluster
        start_cluster "${@:2}"
    fi
    exec 7>&-
    export PGHOST=$SOCKETS PGUSER=$DATABASE PGDATABASE=$DATABASE
    export DATABASE_URL="postgres://$DATABASE@/$DATABASE?host=${SOCKETS// /%20}"
}

# The path of a socket may have 107 bytes; a longer home gets a folder under /tmp.
socket_folder() {
    local folder=$CLUSTER/socket
    if ((${#folder} > 85)); then folder=/tmp/wlaczenie-$(printf '%s' "$CLUSTER" | sha256sum | cut -c-12); fi
    [[ -d $folder ]] || mkdir -m 700 "$folder"
    give_to_postgres "$folder"
    [[ $EUID == 0 || -O $folder ]] || die "Katalog $folder należy do innego użytkownika: usuń go i uruchom skrypt ponownie."
    printf '%s\n' "$folder"
}

# The binaries that made the data go on with them; new data get the newest.
cluster_bin() {
    local version bin
    if [[ ! -f $CLUSTER/data/PG_VERSION ]]; then
        postgres_bin || die "Na tej maszynie nie ma serwera PostgreSQL $POSTGRES_OLDEST lub nowszego z ICU."
        return
    fi
    version=$(<"$CLUSTER/data/PG_VERSION")
    bin=${POSTGRES_BIN:-/usr/lib/postgresql/$version/bin}
    [[ -x $bin/postgres && $(postgres_major "$bin") == "$version" ]] ||
        die "Baza w $CLUSTER/data jest w wersji PostgreSQL $version, której ta maszyna już nie ma: zainstaluj pakiet postgresql-$version albo przenieś dane programem pg_upgrade."
    printf '%s\n' "$bin"
}

is_running() { [[ -f $CLUSTER/data/postmaster.pid ]] && "$BIN/pg_isready" -q -h "$SOCKETS" -U "$DATABASE" -d "$DATABASE"; }

# Made aside and moved into place when whole: a cluster that exists is complete.
create_cluster() {
    [[ ! -d $CLUSTER/data ]] || return 0
    say "Tworzę bazę danych w $CLUSTER."
    rm -rf "$CLUSTER/unfinished"
    mkdir -m 700 "$CLUSTER/unfinished"
    give_to_postgres "$CLUSTER/unfinished"
    fill_cluster "$CLUSTER/unfinished" >"$CLUSTER/creation.log" 2>&1 7>&- 8>&- 9>&- ||
        die "Nie udało się utworzyć bazy danych; szczegóły: $CLUSTER/creation.log"
    mv "$CLUSTER/unfinished" "$CLUSTER/data"
}

# The role owns its database and may make others (for tests), and no more than that.
fill_cluster() {
    local hurry=()
    [[ ! -f $CLUSTER/throw-away ]] || hurry=(--no-sync)
    cd "$CLUSTER" &&
        as_postgres "$BIN/initdb" --pgdata="$1" --username=postgres --auth-local=peer --auth-host=reject \
            --encoding=UTF8 --locale=C.UTF-8 --data-checksums "${hurry[@]}" &&
        cluster_settings | as_postgres tee -a "$1/postgresql.conf" &&
        echo "local all all peer map=checkout" | as_postgres tee "$1/pg_hba.conf" &&
        echo "checkout \"$(id -un)\" $DATABASE" | as_postgres tee "$1/pg_ident.conf" &&
        printf '%s\n' "CREATE ROLE $DATABASE LOGIN CREATEDB" "CREATE DATABASE $DATABASE OWNER $DATABASE" |
        as_postgres "$BIN/postgres" --single -D "$1" postgres &&
        cd "$ROOT" || return
}

cluster_settings() {
    cat <<SETTINGS
listen_addresses = ''
unix_socket_permissions = 0700
# No personal data in the log: neither the refused statement nor the row that it was about.
log_min_error_statement = panic
log_error_verbosity = terse
SETTINGS
}

start_cluster() {
    local options="-k '$SOCKETS'" option
    for option in "$@"; do options+=" -c $option"; done
    forget_dead_server
    (cd "$CLUSTER" && as_postgres "$BIN/pg_ctl" start --wait --timeout=60 -D data -l data/server.log -o "$options") \
        </dev/null >/dev/null 2>&1 7>&- 8>&- 9>&- || die "Baza danych nie wystartowała; szczegóły: $CLUSTER/data/server.log"
    setsid bash -c 'source script/lib/common.sh; source script/lib/cluster.sh; keep_cluster "$@"' keeper "$CLUSTER" "$BIN" \
        </dev/null >/dev/null 2>&1 7>&- 8>&- 9>&- &
}

# A server that was killed leaves its lock files behind. PostgreSQL sees through that, unless the number in them has gone
# to another process meanwhile. Its processes work in the data folder: when none does, the files mean nothing.
forget_dead_server() {
    local tries
    [[ -e $CLUSTER/data/postmaster.pid || -e $SOCKETS/.s.PGSQL.5432.lock ]] || return 0
    for tries in {1..100}; do
        has_processes || break
        ((tries < 100)) || die "Procesy poprzedniego serwera bazy wciąż działają w $CLUSTER/data: zakończ je i uruchom skrypt ponownie."
        sleep 0.1
    done
    rm -f "$CLUSTER/data/postmaster.pid" "$SOCKETS"/.s.PGSQL.5432*
}

has_processes() {
    local process
    for process in /proc/[0-9]*; do
        [[ ! $process/cwd -ef $CLUSTER/data ]] || return 0
    done
    return 1
}

keep_cluster() {
    CLUSTER=$1 BIN=$2
    exec 9>>"$CLUSTER/users"
    flock --exclusive 9
    stop_cluster
}

# Only for the one who holds the lock alone. A throw-away cluster goes with its folder.
stop_cluster() {
    [[ ! -f $CLUSTER/data/postmaster.pid ]] ||
        (cd "$CLUSTER" && as_postgres "$BIN/pg_ctl" stop --wait --mode=fast -D data >/dev/null 2>&1) || true
    [[ ! -f $CLUSTER/throw-away ]] || rm -rf "$CLUSTER"
}

# For the end of a script: stops the cluster when nobody else uses it, or waits for the keeper who got there first.
leave_cluster() {
    [[ -n ${BIN:-} ]] || return 0
    if flock --nonblock --exclusive 9; then stop_cluster; else flock --shared 9; fi
    exec 9>&-
}
