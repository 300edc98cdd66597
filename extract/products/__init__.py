"""Products in the annexes of decisions: rows of tables to records, and what checks them."""
