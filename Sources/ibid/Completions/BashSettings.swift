/// What the completions of bash need beyond what ArgumentParser writes.
enum BashSettings {
  /// Follows the script; its `complete` takes the place of the one there.
  ///
  /// bash takes the words of a line apart at `=`, puts a completion in the place of the last part only, and with
  /// `-o filenames` writes `count\=` for `count=`: so the words are joined before the function of the script is
  /// asked, and what it answers is cut at the `=` again.
  static let script = #"""

    _ibid_joined() {
        local -a words=()
        local index count=${#COMP_WORDS[@]} current=$COMP_CWORD
        for ((index = 0; index < count; index++)); do
            if ((index > 1)) && [[ ${COMP_WORDS[index]} == =* || ${COMP_WORDS[index - 1]} == *= ]]; then
                words[${#words[@]} - 1]+=${COMP_WORDS[index]}
            else
                words+=("${COMP_WORDS[index]}")
            fi
            if ((index == COMP_CWORD)); then current=$((${#words[@]} - 1)); fi
        done
        local -a COMP_WORDS=("${words[@]}")
        local COMP_CWORD=$current word=${words[current]} before=${words[current - 1]}
        _ibid "$1" "${word}" "${before}"
        if [[ ${before} == --set ]]; then
            compopt +o filenames
            if [[ ${word} != *=* ]]; then compopt -o nospace; fi
        fi
        if [[ ${word} == *=* ]]; then COMPREPLY=("${COMPREPLY[@]#"${word%%=*}="}"); fi
    }

    complete -o filenames -F _ibid_joined ibid
    """#
}
