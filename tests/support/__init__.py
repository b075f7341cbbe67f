"""Real programs that judge what the toolkit makes, each a function from files to problems.

An empty list means that the program found nothing; a program that is missing is an error of the
test, never a reason to skip it. ``tests/validators`` shows that each fails on a known-bad file.
"""
