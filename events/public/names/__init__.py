"""What published entries name: actors, topics, processes, sources."""
