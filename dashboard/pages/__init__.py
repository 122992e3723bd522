"""One script a page of the site. Each runs inside ``site.py``, which has drawn the shared controls."""
