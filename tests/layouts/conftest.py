"""The makers of example plans, which the tests of layouts share, stand with the scripts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
