package org.guixue.search;

import java.util.Optional;
import org.guixue.access.Scope;

/** What a place to narrow by is called where no hit names it. The room of the offices answers. */
public interface PlaceNames {
    /** Empty for none in that scope. */
    Optional<String> placeName(long id, Scope within);
}
