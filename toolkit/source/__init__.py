"""YAML text to a Document and to Settings, with a finding for everything that is wrong.

The steps, in order::

    encoding    bytes to text: size, UTF-8, invisible characters
    yamltree    text to a located tree; ``syntax`` says its errors in plain words
    forms       the tree fills in a form, which knows every field (pydantic models)
    explain     the errors of a form become findings with places and hints
    references  what one part says about another: footnotes, people, links
    build       a form without errors becomes the frozen document
    register    the register of names: the frozen value, and what its entries say about one another
    reader      all of it: ``read_document``, ``read_settings`` and ``read_register``
    schema      the same forms as JSON Schema, for editors
"""
