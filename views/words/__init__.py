"""Sentences made of results, for the page and the documents alike."""
