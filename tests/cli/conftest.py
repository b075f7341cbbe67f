"""Fixtures of this folder."""

from __future__ import annotations

from tests.cli.workspace import built, new_project, workspace

__all__ = ["built", "new_project", "workspace"]
