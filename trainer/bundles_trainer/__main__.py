import traceback

from bundles_trainer.cli import main
from bundles_trainer.runtime import leave

try:
    code = main()
except Exception:
    traceback.print_exc()
    code = 1
leave(code)
