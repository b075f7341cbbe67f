"""What a parallel edition is made of: parts of one edition, each as short as it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from toolkit.document import model as m
from toolkit.document.model import Text
from toolkit.document.walk import inside


class Role(StrEnum):
    """What a piece is, as the templates name it."""

    TEXT = "text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    SUMMARY = "summary"
    DATELINE = "dateline"
    FACT = "fact"
    ADDRESSEE = "addressee"
    SALUTATION = "salutation"
    PERSON = "person"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    TURN = "turn"
    ITEM = "item"
    TO = "to"
    CASE_PERSON = "case-person"
    CASE_FACT = "case-fact"
    CASE = "case"
    CAPTION = "caption"
    COLUMNS = "columns"
    CELLS = "cells"
    TABLE_SOURCE = "table-source"
    PICTURE = "picture"
    CHART = "chart"
    DESCRIPTION = "description"
    FIGURE_CAPTION = "figure-caption"
    SECTION = "section"
    SPEAKER = "speaker"
    CLOSING = "closing"
    SIGNATORY = "signatory"
    ENTRY = "entry"
    ANNEX = "annex"
    CORRECTION = "correction"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Listed:
    """Where an item stands: in what sort of list, as which one (from 1), how deep (from 0), in what."""

    style: m.ListStyle
    number: int
    depth: int
    within: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one edition. ``own`` is what stands here and nowhere else: a text, or a part with texts.

    ``about`` is what it belongs to and is told by: its table, its place in a list, who speaks. ``name``
    tells pieces of one role apart: which fact it is, whether a turn asks or answers. ``anchors`` are
    those that begin here, from the whole to the part; the last is the place itself.
    """

    role: Role
    own: object
    about: Any = None
    name: str = ""
    anchors: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts of the piece, in reading order."""
        return tuple(inside(self.own))
