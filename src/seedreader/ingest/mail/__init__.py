"""Mail: messages of any make as articles, without the addresses of the people who sent and got them."""
