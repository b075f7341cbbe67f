"""The command line: options are parsed, one function of ``project`` is called, its result printed.

Everything heavy is imported inside the command that needs it, so that ``--help`` is quick.
"""
