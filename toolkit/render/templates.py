"""The only module that knows Jinja: strict, escaping everything, loading from values only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import jinja2
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from toolkit.diagnostics import Finding, Span, finding
from toolkit.translation.message import Message

#: Arguments of the functions that speak interface words, as gettext tools describe them.
_KEYWORDS: dict[str, Any] = {"_": None, "ngettext": (1, 2)}


class TemplateProblem(Exception):
    """A template cannot be used; ``finding`` says where and why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.message)
        self.finding = found


@dataclass(frozen=True)
class Templates:
    """HTML templates by name, with the path that each is to be reported under. Each is compiled once."""

    sources: Mapping[str, str]
    paths: Mapping[str, str]

    @cached_property
    def _environment(self) -> jinja2.Environment:
        """A sandbox in which an undefined name is an error and every value is escaped."""
        return ImmutableSandboxedEnvironment(
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            keep_trailing_newline=True,
        )

    def check(self) -> tuple[Finding, ...]:
        """What keeps any of the templates from being read."""
        found: list[Finding] = []
        for name in self.sources:
            try:
                self._environment.get_template(name)
            except TemplateError as error:
                found.append(self._explain(error, name))
        return tuple(found)

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Fill the template ``name``. Raises ``TemplateProblem`` for what its author did wrong."""
        try:
            return self._environment.get_template(name).render(values)
        except TemplateProblem:
            raise
        except Exception as error:
            # Anything may go wrong inside a template of the project's own; outside it is a bug.
            if not isinstance(error, TemplateError) and self._line(error) is None:
                raise
            raise TemplateProblem(self._explain(error, name)) from error

    def messages(self) -> tuple[Message, ...]:
        """The interface words that the templates use, with the notes to their translators."""
        collected: dict[str, Message] = {}
        for name in sorted(self.sources):
            for found in _extract(self.sources[name]):
                old = collected.get(found.msgid)
                collected[found.msgid] = _merge(old, found, self.paths[name])
        return tuple(collected.values())

    def _load(self, name: str) -> tuple[str, str, None] | None:
        if name not in self.sources:
            return None
        return self.sources[name], self.paths[name], None

    def _explain(self, error: Exception, name: str) -> Finding:
        if isinstance(error, TemplateSyntaxError):
            span = Span(self.paths.get(error.name or name, name), error.lineno, 1)
        else:
            span = self._line(error) or Span(self.paths.get(name, name))
        if isinstance(error, TemplateNotFound):
            message = f"there is no template `{error.name}`"
        elif isinstance(error, RecursionError):
            message = "the template goes in a circle: it includes or calls itself"
        else:
            message = str(error) or type(error).__name__
        hint = "compare it with the template of the same name that the toolkit brings along"
        return finding("template.error", span, message, hint)

    def _line(self, error: BaseException) -> Span | None:
        """The innermost line of a template that an error passed through."""
        paths = frozenset(self.paths.values())
        span = None
        step = error.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename in paths:
                span = Span(step.tb_frame.f_code.co_filename, step.tb_lineno, 1)
            step = step.tb_next
        return span


def _extract(source: str) -> Iterable[Message]:
    # Only extraction needs Babel's machinery, and it is slow to import.
    from babel.messages.extract import extract
    from jinja2.ext import babel_extract

    rows = extract(
        babel_extract,
        BytesIO(source.encode()),
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        options={"encoding": "utf-8", "silent": "false"},
        strip_comment_tags=True,
    )
    for _line, ids, comments, _context in rows:
        words = (ids,) if isinstance(ids, str) else tuple(str(id) for id in ids)
        yield Message(
            msgid=words[0],
            msgid_plural=words[1] if len(words) > 1 else "",
            comments=tuple(comment.strip() for comment in comments),
            flags=("python-brace-format",) if "{" in words[0] else (),
        )


def _merge(old: Message | None, new: Message, path: str) -> Message:
    before = old.comments if old else ()
    references = old.references if old else ()
    return Message(
        msgid=new.msgid,
        msgid_plural=new.msgid_plural or (old.msgid_plural if old else ""),
        comments=tuple(dict.fromkeys((*before, *new.comments))),
        references=tuple(dict.fromkeys((*references, path))),
        flags=new.flags,
    )
