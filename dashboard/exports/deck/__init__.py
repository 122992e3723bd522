"""The record as PowerPoint slides: native shapes, text boxes and tables that colleagues can edit, and no pictures.

- ``metrics``, ``wording``, ``passages``: text as the deck's font sets it, cleaned for XML, and cut to what a slide holds
- ``geometry``, ``template``, ``slides``: the page, the master, and how a slide is begun
- ``shapes``, ``marks``, ``tables``: what stands on a slide
- ``type_sizes``, ``placing``, ``timeline``: the timeline as shapes; ``stretches`` cuts a crowded one
- ``opening``, ``strategy``, ``tracks``, ``events``, ``legend``, ``references``: what the slides tell
- ``scenes``, ``measure``, ``lives``, ``positions``: the scenes of a brief
- ``document``, ``packaging``: the whole
"""
