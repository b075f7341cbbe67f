"""Charts as geometry: numbers in, places of bars, lines and words out.

Nothing here draws. ``plot`` says what is to be drawn and on what, ``shapes`` what comes of it; a
template makes an SVG of the shapes. Every axis holds zero: no difference looks larger than it is.
"""
