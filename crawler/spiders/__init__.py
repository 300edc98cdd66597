"""One spider class for each way of discovering documents."""
