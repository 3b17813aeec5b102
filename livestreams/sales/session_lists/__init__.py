"""Lists of livestreams as platforms export them: read, matched to our sessions, their figures and times entered."""
