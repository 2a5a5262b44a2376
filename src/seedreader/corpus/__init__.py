"""Many articles: the stories among them, what each comes to, and the work on them beside the keys."""
