"""How right ocop and its peers are on the same labelled documents."""
