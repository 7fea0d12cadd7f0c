"""What was cited: all sources, and what became of the statements taken from one."""
