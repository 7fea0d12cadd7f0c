"""How readers will see what is not published yet: their own pages, of documents of the desk."""
