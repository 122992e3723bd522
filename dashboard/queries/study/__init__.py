"""Study questions as they are put to a reader: those of the record, and those that need no author.

- ``posed``: a question, and ``sets``: the sets that questions stand in; pages need no more
- ``recorded``: the record's own questions
- ``made``, by ``timing`` and ``placing``, and ``following``: questions made from events selected, provable from the record
- ``certain`` and ``giveaways``: what may be asked of which events, so that one answer is right and nothing tells it
- ``making``, ``told`` and ``shuffled``: how a question comes to its words and its order
"""
