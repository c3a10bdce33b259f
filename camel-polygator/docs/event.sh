#!/bin/sh
# Replaces event.sh on a Polygator gateway (G8, G20): keeps every message and call in a folder until the receiver has it.
#
# The firmware runs it with channel, type, time, SIM, number, IMSI, service centre and text (KOI8-R). It returns at once;
# what is in the folder is sent in the background, in order, again and again until it is answered with 200.
# "event.sh --flush" sends what a restart of the gateway has left: run it at the start, or from cron.
#
# Needs sh, curl and the usual small programs; those of busybox do.

# Settings; event.conf beside this script may set them too.
url=http://192.168.2.1:8080/getter.php
# an account with the scope control; empty where the receiver allows this gateway's address
user=
password=
# better a folder that survives a restart
spool=/vrem/event-spool
# so many events are kept; when there are more the new ones are refused, with exit code 1 and a line in the log
most=500
# seconds: for one attempt, before the second one, and between attempts at most
timeout=30
first_wait=2
longest_wait=300

here=$(dirname "$0")
# shellcheck source=/dev/null
[ -r "$here/event.conf" ] && . "$here/event.conf"

umask 077
# octets, not characters
LC_ALL=C
export LC_ALL

log() {
    logger -t event.sh -- "$1" 2>/dev/null || :
}

if hexdump -v -e '1/1 "%02x"' </dev/null >/dev/null 2>&1; then
    hex() { hexdump -v -e '1/1 "%02x"'; }
else
    hex() { od -An -v -tx1 | tr -d ' \n'; }
fi

# Every octet as a percent sign and two digits, so that none has a meaning to anybody.
encoded() {
    printf '%s' "$1" | hex | sed 's/../%&/g'
}

count() {
    ls "$1" | wc -l
}

# An event is in the queue whole or not at all.
keep() {
    if [ "$(count "$spool/queue")" -ge "$most" ]; then
        log "an event is lost: $spool holds $most already"
        return 1
    fi
    now=$(date +%s)
    id=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || echo "$now-$$")
    name=$(printf '%011d-%07d' "$now" "$$")
    {
        printf 'id=%s&at=%s' "$id" "$now"
        printf '&channel=%s' "$(encoded "$1")"
        printf '&type=%s' "$(encoded "$2")"
        printf '&time=%s' "$(encoded "$3")"
        printf '&Sim=%s' "$(encoded "$4")"
        printf '&SenderNumber=%s' "$(encoded "$5")"
        printf '&imsi=%s' "$(encoded "$6")"
        printf '&smsc=%s' "$(encoded "$7")"
        printf '&Message=%s' "$(encoded "$8")"
    } >"$spool/new/$name" && mv "$spool/new/$name" "$spool/queue/$name"
}

# One process sends. A lock whose process has ended, or is another program by now, is nobody's.
is_sender() {
    if [ -r "/proc/$1/cmdline" ]; then
        grep -q -e --flush "/proc/$1/cmdline"
    else
        kill -0 "$1" 2>/dev/null
    fi
}

lock() {
    mkdir "$spool/lock" 2>/dev/null && echo "$$" >"$spool/lock/pid" && return 0
    holder=$(cat "$spool/lock/pid" 2>/dev/null)
    if [ -z "$holder" ]; then
        sleep 1
        holder=$(cat "$spool/lock/pid" 2>/dev/null)
    fi
    [ -n "$holder" ] && is_sender "$holder" && return 1
    # by renaming, only one of several takes it away
    mv "$spool/lock" "$spool/lock.$$" 2>/dev/null && rm -rf "$spool/lock.$$"
    mkdir "$spool/lock" 2>/dev/null && echo "$$" >"$spool/lock/pid"
}

# On a pipe, so that no list of processes shows it.
credentials() {
    [ -z "$user" ] || printf 'user = "%s"\n' "$(printf '%s' "$user:$password" | sed 's/[\\"]/\\&/g')"
}

# 0 it has been taken, 1 it is refused for good, 2 not now
send() {
    status=$(credentials | curl --config - --silent --output /dev/null --write-out '%{http_code}' \
        --connect-timeout 10 --max-time "$timeout" --data-binary "@$1" "$url")
    case $status in
    2??) return 0 ;;
    400 | 413 | 422) return 1 ;;
    *) return 2 ;;
    esac
}

refuse() {
    while [ "$(count "$spool/refused")" -ge "$most" ]; do
        rm -f "$spool/refused/$(ls "$spool/refused" | head -n 1)"
    done
    mv "$1" "$spool/refused/"
    log "the receiver refuses an event; it is in $spool/refused"
}

send_all() {
    wait=$first_wait
    while :; do
        name=$(ls "$spool/queue" | head -n 1)
        [ -n "$name" ] || return 0
        send "$spool/queue/$name"
        case $? in
        0)
            rm -f "$spool/queue/$name"
            wait=$first_wait
            ;;
        1)
            refuse "$spool/queue/$name"
            wait=$first_wait
            ;;
        *)
            # not all gateways of a site at the same moment
            sleep $((wait + $$ % (wait + 1)))
            wait=$((wait * 2))
            [ "$wait" -le "$longest_wait" ] || wait=$longest_wait
            ;;
        esac
    done
}

# What came in while the last one was sent is looked for once more after the lock is free.
flush() {
    trap '' HUP
    sync
    while [ "$(count "$spool/queue")" -gt 0 ] && lock; do
        send_all
        rm -rf "$spool/lock"
    done
}

mkdir -p "$spool/new" "$spool/queue" "$spool/refused" || exit 1

if [ "$1" = --flush ]; then
    flush
    exit 0
fi

keep "$@" || exit 1
sh "$0" --flush </dev/null >/dev/null 2>&1 &
exit 0
