from orgviz.source.yaml_pieces import block_indent, yaml_comments, yaml_pieces


class Counted(str):
    """A text that counts how many of its characters are copied out of it."""

    __slots__ = ("copied",)

    def __getitem__(self, place):
        part = super().__getitem__(place)
        self.copied = getattr(self, "copied", 0) + len(part)
        return part

    def split(self, *arguments):
        self.copied = getattr(self, "copied", 0) + len(self)
        return super().split(*arguments)


def test_the_indent_of_a_block_text_is_found_without_copying_what_follows():
    text = Counted("duty: |\n\n    One\n    two\n" + "other: text\n" * 1_000)
    assert block_indent(text, 6, "One\ntwo\n") == 4
    assert getattr(text, "copied", 0) < 100


def test_a_block_text_without_any_line_has_no_indent():
    assert block_indent("duty: |\n\n", 6, "\n") == 0


def test_comments_alone_are_those_of_all_pieces():
    text = "# one\na: 'no # comment' # two\nb: |\n  # text\nc: [d, # three\n  e]\n"
    assert yaml_comments(text) == yaml_pieces(text).comments
    assert [text[start:end] for start, end in yaml_comments(text)] == ["# one", "# two", "# three"]
