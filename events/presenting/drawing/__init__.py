"""The timeline as a drawing: pure geometry, from dated entries and counts to shapes.

Across, everything is a share of the window in per cent, so that one drawing fits every screen;
down, it is in pixels, so that text and marks keep their size.
"""
