"""Editions to a release: a folder that can be published, and that anyone can verify.

What is released is written down in a ``Manifest``; ``sums`` lists every file of the folder with its
hash; both are values that are read back just as they were written.
"""
