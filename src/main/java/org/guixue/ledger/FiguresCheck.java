package org.guixue.ledger;

import java.util.List;

/** Some rules of 人账相符 that look at the same things. */
interface FiguresCheck {
    List<FiguresFinding> of(Reported asked);
}
