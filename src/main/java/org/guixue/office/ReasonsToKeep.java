package org.guixue.office;

import java.util.Optional;

/** What one room has against closing an office or taking it away for good. Asked in the transaction that would do it. */
@FunctionalInterface
public interface ReasonsToKeep {
    /**
     * In Chinese, what is still there, such as 还有3个账号在用.
     *
     * @param forGood it is to be deleted, not only closed: then nothing at all may refer to it
     */
    Optional<String> reasonToKeep(long office, boolean forGood);
}
