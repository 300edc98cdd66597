"""The front door: the ``ocop`` command, the workspace and the pipeline."""

import os

__version__ = "0.1.0"

# The matrices of the second reader are small, and the processes already use every core:
# threads inside the linear algebra would take four times the work for the same time. It
# looks at these once, when it is loaded.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
