import sys

from bundles_trainer.cli import main

sys.exit(main())
