"""The forms that staff fill in: what a file may hold, field by field.

``values`` are single values as an author types them, ``texts`` the texts, ``common`` the parts that
several kinds share, ``blocks`` the items of a body, ``kinds`` the four kinds of document and
``settings`` the file ``toolkit.yaml``. The same models make the JSON Schema that editors use, so
every description here is read by staff.
"""
