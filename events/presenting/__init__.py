"""What a template shows of a document: texts chosen, worded, made safe. It reads documents only.

Templates get values that are ready: whatever is escaped, chosen or counted happens here, so that a
page of many entries stays quick and every page words the same thing in the same way.
"""
