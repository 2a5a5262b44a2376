"""The screens: each in a room of its own, made of parts; none knows another."""
