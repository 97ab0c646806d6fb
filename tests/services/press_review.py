"""A press review with two outlets, written for tests."""

REVIEW = """What do they say about the harbour?

The council wants to close the harbour, and the papers are divided over the plan.

The Tide (GB) /

Time to let go

The town should look ahead, The Tide writes:

“The harbour was a lovely place once. Nobody will ever pay for dredging it, and the town knows.”

Harbour Post (US) /

Keep it open

Harbour Post disagrees with that:

“A town without its harbour is no town at all. Every child can see this, and so should the council.”
"""
