"""The project on disk: where things are, reading inside it, writing all or nothing, and the commands.

This is where the pipeline meets the world. ``place`` finds the project, ``files`` reads and ``write``
writes; ``library`` gathers documents, catalogs and templates; each command is one module with one
function that returns a value for ``cli`` to print.
"""
