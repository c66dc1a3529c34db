package org.guixue.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * An entry whose few facts are known from the start.
 *
 * @param child of whom it tells; its facts are this entry's too
 */
public record Listed(String key, long reporter, Map<String, Object> own, Optional<? extends Reportable> child)
        implements Reportable {
    public Listed {
        own = Map.copyOf(own);
    }

    @Override
    public Object fact(String name) {
        Object value = own.get(name);
        if (value != null) {
            return value;
        }
        return child.orElseThrow(() -> new IllegalArgumentException("nothing has the fact " + name))
                .fact(name);
    }
}
