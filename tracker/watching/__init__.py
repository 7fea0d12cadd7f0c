"""What those who run the site see of it: its log, numbers, reports of errors."""
