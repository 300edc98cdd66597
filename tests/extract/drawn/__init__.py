"""Pages that tests draw and then scan badly."""
