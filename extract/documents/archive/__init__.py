"""ZIP archives of attachments: all that can be read of them is one document."""
