"""claimcheck: is this sentence borne out by the page it cites?"""

__version__ = "0.1.0"
