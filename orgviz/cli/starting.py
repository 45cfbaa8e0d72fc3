"""The verb `init`."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

from orgviz.cli.boundary import say
from orgviz.cli.editing import InitArguments
from orgviz.cli.inputs import STREAM
from orgviz.cli.schema import schemas_beside
from orgviz.diagnostics import UsageError
from orgviz.output.write import write_outputs, write_stdout
from orgviz.schema.make import modeline
from orgviz.starters.catalogue import SHOWS, Language, Starter, starter_text

USUAL_FILE = "org.yaml"
_PLAIN = re.compile(r"[\w./:@%+,=][\w./:@%+,=-]*")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def run_init(arguments: InitArguments) -> None:
    """Write a starter file, with the schema for editors beside it; and say what to do next.

    Raises:
        UsageError: the file is there already, or is no YAML.
        OutputError: it cannot be written.
    """
    if arguments.list_them:
        width = max(map(len, Starter))
        write_stdout("".join(f"{one:{width}}  {shows}\n" for one, shows in SHOWS.items()).encode())
        return
    text = starter_text(Starter(arguments.template), _language(arguments))
    name = _name(arguments)
    if name == STREAM:
        write_stdout(text.encode())
        return
    path = Path(name)
    _check(path, force=arguments.force)
    schemas = schemas_beside([path]) if arguments.schema else []
    text = modeline() + text if arguments.schema else text
    write_outputs([(path, text.encode()), *schemas])
    say(f"{name}: written; put your own names in")
    for beside, _ in schemas:
        say(f"{beside}: written; editors check and complete the file by it")
    picture = path.with_suffix(".svg")
    say(f"next: orgviz render {_typed(name)} -o {_typed(str(picture))}")


def _language(arguments: InitArguments) -> Language:
    """Return the language that is asked for, else that of the terminal."""
    if arguments.lang is not None:
        return Language(arguments.lang)
    told = next((value for name in _LOCALE if (value := os.environ.get(name))), "")
    return Language.CHINESE if told.lower().startswith("zh") else Language.ENGLISH


def _name(arguments: InitArguments) -> str:
    if arguments.file is not None and arguments.output is not None:
        raise UsageError("two files are named, and one is written", "give one of them")
    name = arguments.file if arguments.file is not None else arguments.output
    return USUAL_FILE if name is None else name


def _check(path: Path, *, force: bool) -> None:
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(f"'{path}' does not end in .yaml", f"call it for instance '{path.stem or 'org'}.yaml'")
    if not force and os.path.lexists(path):
        raise UsageError(f"'{path}' is there already", "give another name, or --force to write over it")


def _typed(name: str) -> str:
    """Return a name as it is typed in a shell: one that begins with a dash is no option."""
    return name if _PLAIN.fullmatch(name) else shlex.quote(f"./{name}" if name.startswith("-") else name)
