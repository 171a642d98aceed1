# Completion of cci for fish. Everything that is offered is known by cci itself, and follows its facts.
function __cci_completion
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    while string match -qr '^\w+=' -- "$words[1]"
        set -e words[1]
    end
    set -l offered (env _CCI_COMPLETE=fish $words "$word" 2>/dev/null)
    set -l head $offered[1]
    set -e offered[1]
    printf '%s\n' $offered
    set -l stem (string match -r 'stem=(\d+)' -- "$head")[2]
    test -n "$stem"; or return
    set -l typed (string sub -s (math $stem + 1) -- "$word")
    set -l kept (string sub -l $stem -- "$word")
    if string match -q '* files*' -- "$head"
        printf "$kept%s\n" (__fish_complete_path "$typed")
    else if string match -q '* folders*' -- "$head"
        printf "$kept%s\n" (__fish_complete_directories "$typed" '')
    end
end
complete --command cci --no-files --keep-order --arguments '(__cci_completion)'
