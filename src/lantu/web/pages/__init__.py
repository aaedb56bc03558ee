"""What each page shows, as typed records made by pure functions from what the store gave.

A record holds codes, figures and messages, never finished sentences in one language and never HTML:
the templates put them into words. Nothing here judges: verdicts come from the store as they are.
"""
