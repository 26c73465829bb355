"""How well Crossread does, measured on annotated reports: claims against gold claims, ledgers against gold ledgers."""
