"""Migration scripts, run by ``lantu.store.upgrade``.

A new one is written by hand: ``versions/m0002_words.py`` with revision "0002" after "0001", and its number
added to ``upgrade.REVISIONS``. Tests compare scripts, list and tables on both databases.
"""
