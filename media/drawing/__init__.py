"""Drawing pictures with Chinese words and codes: share cards here, posters of sessions in the rooms above."""
