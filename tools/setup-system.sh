#!/bin/sh
# Give this machine the system packages that drawing, testing or measuring needs, and write down what it has.
#
#     tools/setup-system.sh drawing|testing|measuring RECORD
#
# Only what is missing is installed, with apt-get or brew, and only by those who may: root, a sudo that asks for
# no password, the owner of a Homebrew. Everybody else, and whoever sets ORGVIZ_SYSTEM=skip, is shown the line to
# run, and the work goes on with what there is. What was tried in vain is not tried again until RECORD is removed.
#
# RECORD gets one line for each need, such as "dot=yes"; its time changes only when a line does, so that make can
# depend on it. What the installers say goes to build/setup.log.
set -eu

purpose=$1
record=$2
log=build/setup.log

case "$purpose" in
    drawing) needs="venv dot cairo cjk" ;;
    testing) needs="browser pdftotext" ;;
    measuring) needs="plantuml npm browser" ;;
    *) echo "usage: $0 drawing|testing|measuring RECORD" >&2; exit 2 ;;
esac

# ---- what the machine has

has() {
    case "$1" in
        venv) "$python" -c "$find_pip" ;;
        dot) command -v dot >/dev/null ;;
        cairo) "$python" -c "$find_cairo" 2>/dev/null ;;
        cjk) [ "$system" = Darwin ] || [ -n "$(fc-list :lang=zh family 2>/dev/null)" ] ;;
        browser) has_command chromium chromium-browser google-chrome || [ -d "/Applications/Google Chrome.app" ] ;;
        pdftotext) has_command pdftotext ;;
        plantuml) has_command plantuml ;;
        npm) has_command npm ;;
    esac
}

has_command() {
    for name in "$@"; do
        command -v "$name" >/dev/null && return 0
    done
    return 1
}

find_pip='
import importlib.util
raise SystemExit(not any(map(importlib.util.find_spec, ("ensurepip", "virtualenv", "pip"))))
'

find_cairo='
import ctypes, ctypes.util, glob
brewed = glob.glob("/opt/homebrew/lib/libcairo.2.dylib") + glob.glob("/usr/local/lib/libcairo.2.dylib")
# Of 1.16; it is called without a package between that would bring another.
ctypes.CDLL(ctypes.util.find_library("cairo") or (brewed or ["libcairo.so.2"])[0]).cairo_tag_begin
'

# ---- how it gets what it has not

package() {
    case "$manager:$1" in
        apt-get:venv) "$python" -c 'import sys; print("python3-venv" if sys.executable.endswith("python3") else
            f"python3.{sys.version_info.minor}-venv")' ;;
        *:venv) echo python3 ;;
        *:dot) echo graphviz ;;
        apt-get:cairo) echo libcairo2 ;;
        *:cairo) echo cairo ;;
        *:cjk) has_command fc-list || echo fontconfig; cjk_package ;;
        *:browser) echo chromium ;;
        pacman:pdftotext | brew:pdftotext) echo poppler ;;
        *:pdftotext) echo poppler-utils ;;
        *:plantuml) echo plantuml ;;
        brew:npm) echo node ;;
        *:npm) echo npm ;;
    esac
}

cjk_package() {
    case "$manager" in
        apt-get) echo fonts-noto-cjk ;;
        brew) echo font-noto-sans-cjk ;;
        dnf) echo google-noto-sans-cjk-fonts ;;
        apk) echo font-noto-cjk ;;
        *) echo noto-fonts-cjk ;;
    esac
}

cost() {
    case "$1" in
        venv) echo "without pip for Python nothing can be set up" ;;
        dot) echo "without Graphviz its library is taken from a Python package, if that runs here" ;;
        cairo) echo "without cairo, 1.16 or newer, there is SVG, but no PNG and no PDF" ;;
        cjk) echo "without a Chinese font PNG and PDF have gaps where Chinese stands; SVG is not affected" ;;
        browser) echo "without a browser the tests that need one are skipped, and Mermaid is not measured" ;;
        pdftotext) echo "without pdftotext the tests that read PDF are skipped" ;;
        plantuml) echo "without PlantUML it is not measured" ;;
        npm) echo "without npm Mermaid, D2, elkjs, d3-flextree and Graphviz as WebAssembly are not measured" ;;
    esac
}

find_manager() {
    for manager in apt-get brew dnf pacman apk; do
        command -v "$manager" >/dev/null && return 0
    done
    manager=none
}

install_line() {
    case "$manager" in
        apt-get) echo "${1}apt-get install -y --no-install-recommends $packages" ;;
        brew) echo "brew install $packages" ;;
        dnf) echo "${1}dnf install -y $packages" ;;
        pacman) echo "${1}pacman -S --needed $packages" ;;
        apk) echo "${1}apk add $packages" ;;
        none) echo "(with this system's package manager) $packages" ;;
    esac
}

# Sets $as_root to what must stand before a command that root runs; fails where nothing may be installed.
may_install() {
    as_root=
    [ "${ORGVIZ_SYSTEM:-}" != skip ] || return 1
    case "$manager" in
        brew) return 0 ;;
        apt-get) ;;
        *) return 1 ;;
    esac
    [ "$(id -u)" != 0 ] || return 0
    as_root="sudo -n"
    sudo -n true 2>/dev/null
}

# $packages is a list of words, so it stands without quotes.
# shellcheck disable=SC2086
install_packages() {
    case "$manager" in
        apt-get)
            apt_install $packages && return
            $as_root apt-get update
            apt_install $packages && return
            for package in $packages; do apt_install "$package"; done # all but those that this system does not know
            ;;
        brew) HOMEBREW_NO_AUTO_UPDATE=1 brew install $packages ;;
    esac
}

apt_install() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@"
}

# ---- the work

look_for_needs() {
    lacking=$(for need in $needs; do has "$need" || echo "$need"; done)
    packages=$(for need in $lacking; do package "$need"; done | paste -sd ' ' -)
}

write_record() {
    for need in $needs; do
        if has "$need"; then echo "$need=yes"; else echo "$need=no"; fi
    done
    echo "tried=$tried"
}

tell_what_is_missing() {
    for need in $lacking; do
        echo "! $(cost "$need")" >&2
    done
    prefix=
    [ "$(id -u)" = 0 ] || prefix="sudo "
    echo "  to get it: $(install_line "$prefix")" >&2
}

mkdir -p build "$(dirname "$record")"
python=$(tools/find-python.sh)
system=$(uname -s)
tried=$(sed -n 's/^tried=//p' "$record" 2>/dev/null || true)
find_manager

look_for_needs
if [ -n "$lacking" ] && [ "$tried" != "$packages" ] && may_install; then
    echo "→ $packages: installing ($manager)"
    if ! install_packages >>"$log" 2>&1; then
        echo "✗ $manager failed; the end of $log:" >&2
        tail -n 15 "$log" >&2
    fi
    look_for_needs
    tried=$packages
fi
[ -z "$lacking" ] || tell_what_is_missing

write_record >"$record.new"
if cmp -s "$record.new" "$record"; then rm "$record.new"; else mv "$record.new" "$record"; fi
