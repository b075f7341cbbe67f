"""Translation: messages leave a document, PO files come back, and nothing typed is ever lost.

``message`` collects what a translator sees; ``template`` writes the POT. ``catalog`` holds the
values, ``pofile`` reads a PO file into them and writes them. ``merge`` brings a PO file up to date
with its document, with the help of ``similarity`` and of ``memory``: what was translated elsewhere.
``validity``, ``coverage`` and ``audit`` say what is wrong with translations and what is left to do.

Every function here takes and returns values: no file, no clock.
"""
