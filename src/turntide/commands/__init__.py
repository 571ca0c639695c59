"""What a person types: one module a command, each of which opens the library only when it is run.

`statuses` is how each run ends, `ending` sees to it, `files` finds what the arguments name, `destinations`
says where results go, and `showing` puts a plan and its findings into lines for a terminal.
"""
