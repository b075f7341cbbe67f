"""The document: what staff wrote, as one frozen value that every later step reads.

``model`` names the parts, ``inline`` parses the Markdown inside a text, ``walk`` is the one traversal
that extraction and assembly share, ``numbering`` gives every block its anchor and number.
"""
