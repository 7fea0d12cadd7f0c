"""What readers and programs take along: feeds, calendars, citations, previews, maps of the site."""
