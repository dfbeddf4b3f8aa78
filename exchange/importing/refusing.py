"""Why an import cannot go on, for the one who asked for it."""


class NotPossible(Exception):
    """``sentence`` says in Polish what stands in the way and what to do; ``participations`` are those in the way, if any.

    Always caught by whoever asked; the sentence may name people and belongs on the screen, not in a log.
    """

    def __init__(self, sentence, participations=()):
        self.sentence, self.participations = sentence, list(participations)
        super().__init__(sentence)
