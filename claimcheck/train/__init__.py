"""How the embedded judge was made, and how to make it anew: ``python -m claimcheck.train`` (the ``train`` extra).

``pool`` draws pairs from labelled sets; ``drafts``, ``falsify`` and ``contrast`` make pairs from pages; ``encoder`` and
``loop`` train; ``graph`` writes the file that is shipped; ``combine`` fits the combination of all signals.
"""
