"""The bodies of the subcommands that are more than a call."""
