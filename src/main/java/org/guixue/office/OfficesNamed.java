package org.guixue.office;

import java.util.List;

/** Many offices were founded or renamed at once: they need seals that say so. Fired in the transaction that writes them. */
public record OfficesNamed(List<Office> offices) {
    public OfficesNamed {
        offices = List.copyOf(offices);
    }
}
