"""Questions to the record: parameters, filters and cursors, read strictly."""
