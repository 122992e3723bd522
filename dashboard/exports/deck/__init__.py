"""The record as PowerPoint slides: native shapes, text boxes and tables that colleagues can edit, and no pictures.

- ``metrics``, ``wording``, ``passages``, ``fitting``: text as the deck's font sets it, cleaned for XML, cut to what a slide holds
- ``geometry``, ``ratio``, ``room``, ``library``, ``template``, ``slides``: the page, its master, and how a slide is begun
- ``shapes``, ``joints``, ``marks``, ``tables``, ``links_out``: what stands on a slide
- ``type_sizes``, ``placing``, ``frame``, ``response_links``, ``timeline``: the timeline as shapes
- ``opening``, ``strategy``, ``stretches``, ``overview``, ``tracks``, ``events``, ``legend``, ``references``: what is told
- ``scenes``, ``measure``, ``lives_chart``, ``positions``: the scenes of a brief
- ``document``, ``packaging``: the whole
"""
