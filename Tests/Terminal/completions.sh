#!/usr/bin/env bash
# Types the beginning of a command and a tab into bash, zsh and fish, in tmux, and looks at what they make of it.
#
#   Tests/Terminal/completions.sh IBID
#
# The scripts of `ibid completions` ask the executable for names of plugins and of their options; only the shells
# themselves show whether they understand each other. A shell that is missing is a failure.
set -euo pipefail

ibid=$(realpath "$1")
for program in tmux bash zsh fish; do
  command -v $program > /dev/null || {
    echo "completions.sh: THERE IS NO $program: make setup installs it" >&2
    exit 3
  }
done
folder=$(mktemp -d)
socket=$folder/socket
failures=0
trap 'tmux -S "$socket" kill-server 2> /dev/null || true; rm -rf "$folder"' EXIT

mkdir -p "$folder/bin" "$folder/plugins/lamps" "$folder/plugins/ledger"
ln -s "$ibid" "$folder/bin/ibid"
for name in lamps ledger; do
  cat > "$folder/plugins/$name/plugin.lua" << PLUGIN
return {
  name = "$name", version = "1.0.0", summary = "For the completions.",
  options = {
    colour = { type = "string", default = "red", choices = { "red", "green" }, doc = "of the lamp" },
    count = { type = "integer", default = 1, doc = "how many" },
    watch = { type = "boolean", default = false, doc = "whether somebody looks" },
  },
  article = function() return 1 end,
}
PLUGIN
done
for shell in bash zsh fish; do "$ibid" completions $shell > "$folder/ibid.$shell"; done
cp "$folder/ibid.zsh" "$folder/_ibid"

screen() { tmux -S "$socket" capture-pane -p; }

# Waits for a line of the screen that matches an extended regular expression.
awaits() { # pattern, tries
  for _ in $(seq "${2:-100}"); do
    if screen | grep -Eq -- "$1"; then return 0; fi
    sleep 0.05
  done
  return 1
}

start() { # shell
  local command setup
  case $1 in
    bash) command="bash --norc --noprofile" setup="PS1='> '; bind 'set bell-style none'; source ./ibid.bash" ;;
    zsh) command="zsh -f" setup="PROMPT='> '; fpath=($folder \$fpath); autoload -Uz compinit; compinit -u -D" ;;
    fish) command="fish --no-config" setup="function fish_prompt; echo '> '; end; source ibid.fish" ;;
  esac
  tmux -S "$socket" kill-server 2> /dev/null || true
  socket=$folder/$1.socket
  tmux -S "$socket" -f /dev/null new-session -d -x 100 -y 24 -c "$folder" \
    env -u IBID HOME="$folder" XDG_DATA_HOME="$folder/data" PATH="$folder/bin:$PATH" TERM=screen \
    LANG=C.UTF-8 LC_ALL=C.UTF-8 $command
  tmux -S "$socket" send-keys "$setup; clear; echo rea''dy" Enter
  awaits '^ready' || { echo "FAIL  $1 does not start"; screen; exit 1; }
}

completes() { # shell, what is typed, patterns of lines that appear…
  local shell=$1 typed=$2 pattern
  shift 2
  tmux -S "$socket" send-keys C-u C-l
  tmux -S "$socket" send-keys -l -- "$typed"
  # bash lists on the second tab where it cannot add anything.
  tmux -S "$socket" send-keys Tab
  if [[ $shell = bash ]] && ! awaits "$1" 10; then tmux -S "$socket" send-keys Tab; fi
  for pattern in "$@"; do
    if awaits "$pattern"; then
      echo "ok    $shell: $typed → $pattern"
    else
      echo "FAIL  $shell: '$typed' shows no line like '$pattern':"
      screen | sed '/^$/d; s/^/      │ /'
      failures=$((failures + 1))
    fi
  done
  # Not Ctrl-C: bash that is interrupted in a completion has none any more.
  tmux -S "$socket" send-keys C-u
}

for shell in bash zsh fish; do
  start $shell
  completes $shell 'ibid doct' '^> ibid doctor'
  completes $shell 'ibid che' '^> ibid check'
  completes $shell 'ibid run lam' '^> ibid run lamps'
  completes $shell 'ibid run lamps,led' '^> ibid run lamps,ledger'
  completes $shell 'ibid run lamps --form' '^> ibid run lamps --format'
  completes $shell 'ibid run lamps --profile-m' '^> ibid run lamps --profile-memory'
  completes $shell 'ibid run lamps a.txt --format js' '^> .*--format json'
  completes $shell 'ibid run lamps a.txt --set ' 'colour=.*' 'count=' 'watch='
  completes $shell 'ibid run lamps a.txt --set cou' '--set count='
  completes $shell 'ibid run lamps a.txt --set colour=' '(^|[ =])green( |$)' '(^|[ =])red( |$)'
  completes $shell 'ibid check-plugin led' '^> ibid check-plugin ledger'
  completes $shell 'ibid test lam' '^> ibid test lamps'
done

if [[ $failures -gt 0 ]]; then
  echo "$failures checks failed" >&2
  exit 1
fi
