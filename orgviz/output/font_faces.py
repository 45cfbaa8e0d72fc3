"""What is known of a font before its file is opened: a face, and the family it belongs to."""

from __future__ import annotations

from orgviz.lean import dataclass

REGULAR, BOLD = 400, 700
_LIGHTEST_BOLD = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One face of a family, in a file that can be read.

    Args:
        path: of the file.
        index: which face of a collection.
        instance: which named instance of a variable font, from 1; 0 for a font that does not vary.
        families: its names; the first is the one that programs ask for.
        weight: 400 is regular, 700 bold.
        colored: whether it is made of pictures (emoji) and has no outlines.
        private: whether the machine's programs do not know it until they are told.
        charset: the characters it has, as hexadecimal ranges; empty when only the file can tell.
    """

    path: str
    index: int = 0
    instance: int = 0
    families: tuple[str, ...]
    weight: int = REGULAR
    colored: bool = False
    private: bool = False
    charset: str = ""

    @property
    def family(self) -> str:
        """The name that programs ask for."""
        return self.families[0]

    @property
    def bold(self) -> bool:
        """Whether it is heavy enough to tell from the regular text beside it."""
        return self.weight >= _LIGHTEST_BOLD


@dataclass(frozen=True, slots=True)
class Family:
    """The faces of a family that text is set in: upright, of normal width, one of each weight."""

    names: tuple[str, ...]
    regular: Face | None
    bold: Face | None

    def faces(self, bold: bool) -> tuple[Face, ...]:
        """Return its faces, the one that was asked for first."""
        order = (self.bold, self.regular) if bold else (self.regular, self.bold)
        return tuple(face for face in order if face is not None)

    @property
    def private(self) -> bool:
        """Whether it came from a file or a package, not from the machine."""
        return any(face.private for face in self.faces(bold=False))

    @property
    def colored(self) -> bool:
        """Whether it is made of pictures."""
        return any(face.colored for face in self.faces(bold=False))
