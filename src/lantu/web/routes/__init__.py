"""Addresses of the site: each reads what its page needs, makes the record and renders it."""
