"""The front door: the ``ocop`` command, the workspace and the pipeline."""

__version__ = "0.1.0"
