"""The catalogue: products found by words, pinyin and filters, shown as cards and over the year."""
