"""Title and picture of links shared in WeChat, where og tags count for nothing; only with an account's keys."""
