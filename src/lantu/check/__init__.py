"""核数: the figures of a draft held against what is known and against each other."""
