"""An interactive timeline of one contested policy dispute.

The folders tell the story in order, and each imports only what comes before it:

- ``browser``: scripts and styles, for the site and for the one file
- ``model``: dates, closed words and the records of a dossier; frozen, valid from birth
- ``loading``: a folder of YAML, read as text with line numbers, into the model, or every problem found
- ``queries``: pandas tables of the record, what a reader chose, and everything counted or placed from the two
- ``rules``: what the format asks between records, each rule with what is wrong and what would be right
- ``figures``: placed tables into what plotly.js draws
- ``fragments``: tables and records into HTML, escaped by construction
- ``exports``: the selected rows as files that readers take away
- ``ui``: Streamlit components; the first layer that knows Streamlit
- ``pages``: one script a page of the site; ``site.py`` is the entry script, ``cli`` the terminal
"""
