"""Django's engine for PostgreSQL, where a server that does not answer is not waited for by all."""
