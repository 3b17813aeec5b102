"""What the issues promise about speed and memory, measured as ratios within one run: `python -m tests.bench`."""
