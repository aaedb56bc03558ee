"""Migration scripts, run by ``lantu.store.upgrade``."""
