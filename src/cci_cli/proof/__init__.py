"""Proof of the fact base: whether its quotes stand in copies of the sources, and what these say besides.

A copy is a file (``copies``), read as bytes (``decoding``), freed of markup (``markup``) and divided into
paragraphs (``paragraphs``); its signs are brought into one form (``normal``) with the way back kept
(``traced``). Quotes are looked for in that form (``quotes``, ``nearest``), and the figures of a copy
(``figures``, ``rules``) are held against where quotes stand (``coverage``). ``proving`` puts it together.
"""
