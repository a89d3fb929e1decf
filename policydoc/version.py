"""The version of the toolkit, for the files that say what made them."""

VERSION = "0.1.0"
