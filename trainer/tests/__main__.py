"""Runs all tests, or those whose names are given (module or module.Class.test), and prints a line of counts."""
import sys
import unittest

MODULES = ("tests.test_inputs", "tests.test_outputs", "tests.test_pairs", "tests.test_rankers", "tests.test_runs")

loader = unittest.TestLoader()
suite = loader.loadTestsFromNames([name if name.startswith("tests.") else f"tests.{name}" for name in sys.argv[1:]] or MODULES)
result = unittest.TextTestRunner(verbosity=2, buffer=False).run(suite)
failed = len(result.failures) + len(result.errors)
print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed, {len(result.skipped)} skipped")
sys.exit(1 if failed else 0)
