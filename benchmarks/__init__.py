"""What is measured against what, side by side in one run: ratios, because machines differ and are noisy."""
