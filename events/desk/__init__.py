"""What the desk knows that no form, command or client should have to know.

Every way into the desk's tables goes through here: each action (`save`, `delete`, `publish`,
`publish_many`, `withdraw`) checks the right of whoever asks, runs in transactions, and writes a
line of the audit for each record.
"""

    "lists_of",
    "matched",
