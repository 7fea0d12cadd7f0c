"""What a template shows of a document: texts chosen, worded, made safe. It reads only documents.

Templates get finished values: escaping, choosing and counting happen here, so that a page of many
entries stays quick and every page words the same thing in the same way.
"""
