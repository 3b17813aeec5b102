"""What marks the secret township, apart from everything else so that any module can know it."""

SECRET, SECRET_CODE = "隐匿", "yin-ni"
"""In every name and in every slug, code, number and file name of the home township, and nowhere else."""
