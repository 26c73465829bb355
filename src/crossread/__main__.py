"""`python -m crossread`: the same as the command `crossread`."""

from crossread.cli import main

main(prog_name="crossread")
