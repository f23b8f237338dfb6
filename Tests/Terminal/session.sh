#!/usr/bin/env bash
# Drives the prompt in a real terminal, tmux, by keys, and compares what the screen shows.
#
#   Tests/Terminal/session.sh IBID [-v]
#
# Each check types and waits until the screen has a line that matches; -v shows the screens. The tests of
# the prompt do the same through a pseudo-terminal of their own; this one is here so that a terminal that
# nobody here wrote has its say about widths, wrapping and keys.
set -euo pipefail

ibid=$(realpath "$1")
verbose=${2:-}
command -v tmux > /dev/null || {
  echo "session.sh: THERE IS NO tmux: the prompt was not driven in a real terminal" >&2
  exit 3
}
folder=$(mktemp -d)
socket=$folder/0
sessions=0
failures=0
trap 'tmux -S "$socket" kill-server 2> /dev/null || true; rm -rf "$folder"' EXIT

cat > "$folder/lamps.md" << 'ARTICLE'
# Lamps of the delta

The keepers wrote a log[^1] each night. It had 北灯守 on its spine.

| Station | Lamps |
|---------|------:|
| Low Head | 2 |
| 北の港 | 12 |

[^1]: Kept in the archive.
ARTICLE

keys() { tmux -S "$socket" send-keys "$@"; }
type() { tmux -S "$socket" send-keys -l -- "$1"; }
enter() { type "$1" && keys Enter; }
screen() { tmux -S "$socket" capture-pane -p; }

start() { # columns rows environment command…
  local columns=$1 rows=$2
  shift 2
  tmux -S "$socket" kill-server 2> /dev/null || true
  # A server that is going down answers no more: each session has a server of its own.
  sessions=$((sessions + 1))
  socket=$folder/$sessions
  tmux -S "$socket" -f /dev/null new-session -d -x "$columns" -y "$rows" \
    env HOME="$folder" XDG_STATE_HOME="$folder/state" LANG=C.UTF-8 LC_ALL=C.UTF-8 "$@"
}

# Waits for a line of the screen that matches an extended regular expression.
see() { # what pattern
  for _ in $(seq 100); do
    if screen | grep -Eq -- "$2"; then
      echo "ok    $1"
      [[ -z $verbose ]] || screen | sed '/^$/d; s/^/      │ /'
      return
    fi
    sleep 0.05
  done
  echo "FAIL  $1: no line matches '$2' on"
  screen | sed '/^$/d; s/^/      │ /'
  failures=$((failures + 1))
}

start 72 20 "$ibid" repl "$folder/lamps.md"
see "greets and shows the article" '^ 1  Lamps of the delta'

enter '1 + 1'
see "shows a value" '^2$'

# Editing: wide characters, combining marks, an emoji of several scalars, and back over them.
type '"日本語é👩‍🚀x"'
keys Left Left BSpace BSpace BSpace Enter
see "edits wide and joined characters" '^"日本x"$'

enter 'for i = 1, 2 do'
enter 'print(i * 11)'
enter 'end'
see "goes on and indents" '^    print\(i \* 11\)$'
see "moves the end out" '^  end$'
see "runs the block" '^22$'
keys Up
see "recalls a block as one" '^> for i = 1, 2 do$'
keys C-c

tmux -S "$socket" set-buffer $'y = {\n1,\n2\n}'
tmux -S "$socket" paste-buffer -p
keys Enter
enter '#y'
see "takes a bracketed paste as one block" '^2$'

type 'artic'
keys Tab
type '.tit'
keys Tab Enter
see "completes" '^"Lamps of the delta"$'
type 'article:count('
see "hints with signature and sentence" 'article:count\(  \(unit: unit\): integer — '
keys C-c
type 'article:count("foot'
keys Tab
see "completes units" 'count\("footnotes"'
keys C-c
type 'articles['
keys Tab
see "completes open articles" 'articles\[1\]'
keys C-c
type ':run count'
keys Tab
type 't'
keys Tab
see "completes plugins and their options" ':run counting top='
keys C-c

enter 'article.tables[1]'
see "draws a table with wide characters" '^ 北の港   │    12'
enter 'article'
see "draws a card" '^lamps.md|markdown · '
enter 'article.footnotes[1]'
see "shows where a footnote is cited" 'cited at 3:24'
enter '?article.title'
see "explains a member" 'since 0\.1'
enter 'artcle'
see "asks what was meant" "did you mean 'article'"
enter ':opne'
see "asks what command was meant" "did you mean ':open'"
enter 'error("no")'
enter ':trace'
see "shows the last error in full" '^error: no$'

enter 'while true do end'
sleep 0.3
keys C-c
see "stops a loop" '^interrupted$'
enter '#y, article.title'
see "keeps the session" '^"Lamps of the delta"$'

enter 'function twice(n) return n * 2 end'
enter 'twice(21)'
see "defines" '^42$'
enter ":save $folder/twice.lua"
see "saves a plugin" '^saved as '
keys C-d
for _ in $(seq 40); do
  tmux -S "$socket" has-session 2> /dev/null || break
  sleep 0.05
done
"$ibid" run "$folder/twice.lua" "$folder/lamps.md" --format jsonl 2> /dev/null | grep -q '"result":42' \
  && echo "ok    the saved plugin runs headless" \
  || { echo "FAIL  the saved plugin does not run"; failures=$((failures + 1)); }

start 72 20 "$ibid" repl "$folder/lamps.md"
see "starts again" '^ 1  Lamps of the delta'
keys C-r
type 'twice(2'
see "finds what an earlier session typed" 'twice\(21\)'
keys Enter Enter
see "which is run" "undefined variable 'twice'"
keys C-d

start 72 20 TERM=dumb "$ibid" repl --no-history "$folder/lamps.md"
see "greets on a dumb terminal" '^ 1  Lamps of the delta'
enter 'article.title'
see "reads plain lines there" '^"Lamps of the delta"$'
keys C-d

if [[ $failures -gt 0 ]]; then
  echo "$failures checks failed" >&2
  exit 1
fi
