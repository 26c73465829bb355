"""Found claims and statements come in; the formats that other programs read go out."""
