# Completion of cci for bash. Everything that is offered is known by cci itself, and follows its facts.
_cci_completion() {
    local program=$1 replaced=$2 head line
    COMPREPLY=()
    case $program in "~/"*) program=$HOME/${program#"~/"} ;; esac
    {
        IFS= read -r head || return 0
        while IFS= read -r line; do COMPREPLY+=("$line"); done
    } < <(_CCI_COMPLETE=bash "$program" "${COMP_LINE:0:COMP_POINT}" "$replaced" "$COMP_TYPE" 2>/dev/null)
    case " $head " in
        *" files "*) compopt -o default -o filenames 2>/dev/null ;;
        *" folders "*) compopt -o dirnames -o filenames 2>/dev/null ;;
        *" open "*) compopt -o nospace 2>/dev/null ;;
    esac
}
complete -o nosort -F _cci_completion cci 2>/dev/null || complete -F _cci_completion cci
