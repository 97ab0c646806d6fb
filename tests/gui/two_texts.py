"""Two reports on one happening, written for these tests: the same words, one speaker, and more."""

from __future__ import annotations

HARBOUR = """Ferry line to Skarholm will close in March

By Ane Lund

The council of Brevik decided on Tuesday to close the ferry line to the island of Skarholm on 31 \
March, after 112 years.

The two vessels burn 900 tonnes of diesel a year and need repairs of 14 million crowns, the \
council's report says.

“We cannot go on paying for empty ships while the school roof leaks over our children's heads,” \
mayor Ingrid Solberg said after the vote.

Of the 23 members of the council 14 voted for closing the line and nine against it.

The bakery at the quay has sold cinnamon buns to the passengers since 1931, and its owner sweeps \
the steps every morning.

Islanders gathered at the quay with lanterns on Tuesday evening and sang until the last ferry \
had left.

“My mother is ninety and needs a doctor every week, and nobody has told us how she is to cross \
the water,” said Tor Eide, who keeps sheep on the island.

A bridge was planned in 1974 and given up because the ground under the sound turned out to be clay.

The county will pay for a water taxi with eight seats until the autumn, its spokesman said.

The swans that nest beside the old customs house have raised four young ones this year.
"""

ISLAND = """Islanders of Skarholm fear for their ferry

By Jonas Vik

Nobody slept much on Skarholm this week, and the dogs barked at every lamp that moved on the shore.

The ferry line that has served the island for 112 years will stop on 31 March, the council of \
Brevik decided by 14 votes to nine.

Mayor Ingrid Solberg said that “we cannot go on paying for empty ships”, and left by the back \
door of the town hall.

The repairs that the two ferries need would cost 14 million crowns, according to the report of \
the council.

The island has a chapel, a shop with two shelves, and a football team that has not won since the \
summer of 2009.

“They count crowns and not people, and they will not see me vote for them again,” said Marit \
Dahl, who teaches at the island's school.

“The water taxi is too small for a stretcher,” said Tor Eide, who keeps sheep.

Until autumn the county pays for a water taxi, which has eight seats and does not sail in strong \
wind.

In the shop an old chart of the sound hangs above the till, with the wrecks marked in red ink.

The potatoes were small this year, but there are many of them.
"""
