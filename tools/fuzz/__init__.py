"""Parts of tools/fuzz_reading.py."""
