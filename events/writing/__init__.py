"""The part of the REST API that needs a token: what it may be used for, how often, and as whom.

An address is an `Endpoint` with a scope for each method (`events.writing.endpoint`), and is
described by what it says of each (`events.writing.describing`). It acts by `events.desk`, with the
rights of the account that the token is of; the audit names both.
"""
