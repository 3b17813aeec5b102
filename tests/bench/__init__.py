"""What issue 2 promises about speed and memory, measured as ratios within one run: `python -m tests.bench`."""
