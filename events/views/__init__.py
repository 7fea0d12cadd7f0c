"""Pages for readers: ask `events.public`, prepare with `events.presenting`, show a template."""
