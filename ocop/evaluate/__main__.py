"""``python -m ocop.evaluate GOLD…``."""

from __future__ import annotations

import sys

from ocop.evaluate.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
