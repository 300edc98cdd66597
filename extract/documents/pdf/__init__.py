"""PDF to paragraphs and tables, page by page: by its text layer, by poppler, or by its picture."""
