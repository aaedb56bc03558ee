"""The rules: one module a family, each given the dossier of a draft and yielding findings."""
