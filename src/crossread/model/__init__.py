"""The nouns: frozen dataclasses that every step takes and gives, and nothing else."""
