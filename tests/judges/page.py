"""One realistic page of our own: the sixteen kinds of claim that a judge must tell apart are held against it."""

PAGE = """Harbour of Brenmouth reopens after the storm, with one crane fewer

By Oona Farrell | 14 November 2019

BRENMOUTH — The commercial harbour of Brenmouth took its first ship in nineteen days on Wednesday, after divers cleared
the last of the containers that a storm had thrown into the approach channel. The port authority counts 11,931 tonnes of
cargo lost or spoilt. Nobody was killed.

About 3,000 dockers and drivers had been sent home without pay. "We counted gulls, because there was nothing else to
count," said Malik Osterby, a crane operator of thirty years. The union, led by Freya Lindqvist, has filed a claim
against the port for the lost wages. The port has not answered it.

The wave that did the damage was measured by a buoy 48 kilometres off the cape. Dr Ines Calloway, an oceanographer at
the University of Tarn, called it the highest since records began in 1974. Her colleagues at the coast guard were more
reserved. "One buoy is one opinion," Captain Rolf Hagen told the council.

Traffic through the harbour fell by 12 percent in 2018, when the sugar mill at Ostwick closed. The authority does not
expect a second bad year. If the new grain terminal opens in the spring, it says, the number of jobs at the quays could
reach up to 10,000.

Brenmouth sued the builder of the lost crane, Varga Steel, in 2017 over cracks in its legs. The court found for the
builder, and the crane stayed. It was the second tallest on the coast. A replacement has been ordered from a yard in
Gdansk and will cost 7.4 million euros.

Not everybody minded the silence. The ferry to Holm went on sailing throughout, with 240 passengers a day.

Related stories

Ostwick mayor resigns over 3,500 unpaid parking fines

Cruise ships to pay 4 euros a head from May
"""

SUPPORTED = {
    "verbatim": "The port authority counts 11,931 tonnes of cargo lost or spoilt.",
    "paraphrase": "The labour union headed by Freya Lindqvist has lodged a claim over the wages that were lost.",
    "number words": "Some 3 thousand dockers and drivers were sent home unpaid.",
    "rounding": "About 12,000 tonnes of cargo were lost or spoilt, according to the port authority.",
    "quotation": '"One buoy is one opinion," Captain Rolf Hagen told the council.',
    "units": "A buoy about 30 miles off the cape measured the wave.",
}

CONTRADICTED = {
    "wrong number": "The harbour took its first ship in twenty-nine days.",
    "negation": "The port has answered the union's claim.",
    "place swapped": "The sugar mill at Tarn closed in 2018.",
    "year off by one": "Brenmouth sued Varga Steel in 2016 over cracks in the legs of a crane.",
    "rise for fall": "Traffic through the harbour rose by 12 percent in 2018.",
    "speaker swapped": '"We counted gulls, because there was nothing else to count," said Captain Rolf Hagen.',
    "quotation altered": '"We counted gulls, because there was nobody else to count," said Malik Osterby.',
}

UNSUPPORTED = {
    "absent": "The lighthouse keeper was decorated for saving two fishermen.",
    "right number on the wrong thing": "The port employs 240 crane operators.",
    "could reach for reached": "The number of jobs at the quays reached 10,000.",
}

MORE_CONTRADICTED = {
    "roles": "Varga Steel sued Brenmouth in 2017 over cracks in the legs of a crane.",
    "passive roles": "Brenmouth was sued by Varga Steel in 2017.",
    "superlative": "The crane was the tallest on the coast.",
    "unit": "The replacement will cost 7.4 billion euros.",
    "nobody": "Three people were killed in the storm.",
}
