"""Editions laid out: HTML for reading on a screen, PDF for paper.

``page`` fills the templates and returns HTML. For paper, the same templates are filled once more and a
worker process (``worker``, driven by ``pool``) lays them out with WeasyPrint, where time, memory and
access to files are limited. Templates, styles, fonts and pictures come in as values.
"""
