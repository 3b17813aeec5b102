"""Posters of sessions to save and send, each with the reservation of its own platform and no other."""
