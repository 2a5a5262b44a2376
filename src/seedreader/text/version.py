"""The version of this program, which also says to web servers who asks."""

VERSION = "0.2.0"
