"""`minutebook completion SHELL`: completion made from the command's own options, so that it cannot go stale."""
from __future__ import annotations

import argparse
from dataclasses import fields

from minutebook.cli import OK, parser
from minutebook.documents.limits import Limits
from minutebook.formats import FORMATS

BASH = """_minutebook() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} verb=${{COMP_WORDS[1]}}
    case $before in
        --as) COMPREPLY=($(compgen -W "{forms}" -- "$word")); return;;
        --limit) COMPREPLY=($(compgen -S = -W "{limits}" -- "$word")); compopt -o nospace; return;;
    esac
    if [[ $COMP_CWORD == 1 ]]; then COMPREPLY=($(compgen -W "{verbs}" -- "$word")); return; fi
    local options
    case $verb in
{cases}
    esac
    if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
    elif [[ $verb == completion ]]; then COMPREPLY=($(compgen -W "bash zsh fish" -- "$word"))
    else compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); fi
}}
complete -F _minutebook minutebook
"""


def run(chosen: argparse.Namespace) -> int:
    """Print the completion script for the shell that was named."""
    print({"bash": bash, "zsh": zsh, "fish": fish}[chosen.shell](), end="")
    return OK


def verbs() -> dict[str, argparse.ArgumentParser]:
    """Each verb of the command, with its options."""
    action = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def described() -> dict[str, str]:
    """Each verb in one sentence."""
    return {verb: own.description or "" for verb, own in verbs().items()}


def options(verb: argparse.ArgumentParser) -> list[argparse.Action]:
    """The options that a verb takes."""
    return [a for a in verb._actions if a.option_strings]


def forms() -> str:
    """Every form that `--as` takes."""
    return " ".join(("summary", *FORMATS))


def limits() -> str:
    """Every limit that `--limit` takes."""
    return " ".join(f.name for f in fields(Limits))


def bash() -> str:
    """The script for bash."""
    cases = "\n".join(
        f"        {name}) options=\"{' '.join(s for a in options(verb) for s in a.option_strings)}\";;"
        for name, verb in verbs().items())
    return BASH.format(forms=forms(), limits=limits(), verbs=" ".join(verbs()), cases=cases)


def zsh() -> str:
    """The script for zsh, which can run that of bash."""
    return "#compdef minutebook\nautoload -U +X bashcompinit && bashcompinit\n" + bash()


def fish() -> str:
    """The script for fish."""
    out = ["complete -c minutebook -f"]
    none = "__fish_use_subcommand"
    out += [f"complete -c minutebook -n {none} -a {verb} -d '{_fish(what)}'" for verb, what in described().items()]
    for name, verb in verbs().items():
        inside = f"'__fish_seen_subcommand_from {name}'"
        for action in options(verb):
            long = next((s[2:] for s in action.option_strings if s.startswith("--")), None)
            if long is None:
                continue
            values = {"as": f" -x -a '{forms()}'", "limit": f" -x -a '{limits()}'"}.get(long, " -r" * (action.nargs != 0))
            out.append(f"complete -c minutebook -n {inside} -l {long}{values} -d '{_fish(action.help or '')}'")
        if any(a.dest in ("papers", "paper") for a in verb._actions):
            out.append(f"complete -c minutebook -n {inside} -F")
    out.append("complete -c minutebook -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'")
    return "\n".join(out) + "\n"


def _fish(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'").replace("%%", "%")
