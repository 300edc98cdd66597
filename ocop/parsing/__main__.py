"""``python -m ocop.parsing FD``: the process that children are forked from."""

from ocop.parsing.zygote import main

main()
