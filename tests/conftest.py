"""Set up before any test: what ocop says about threads holds before numpy is loaded."""

import ocop  # noqa: F401
