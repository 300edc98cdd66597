"""``python -m ocop.parsing FD``: the process that children are forked from."""

from ocop.parsing.cradle import main

main()
