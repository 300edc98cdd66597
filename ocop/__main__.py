"""``python -m ocop`` is the ``ocop`` command."""

from ocop.cli import app

if __name__ == "__main__":
    app(prog_name="ocop")
