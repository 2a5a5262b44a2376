"""A corpus file: very many articles, the stories that they tell, and what each comes to. See README.md."""
