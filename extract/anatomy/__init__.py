"""Which official paper a document itself is: letterhead, title, bases, articles, signer."""
