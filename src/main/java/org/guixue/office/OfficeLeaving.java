package org.guixue.office;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks, as an event, whether anything stands against closing an office or taking it away for good. Rooms that keep
 * something of it observe this and object; fired in the transaction that would close it.
 */
public final class OfficeLeaving {
    private final long office;
    private final boolean forGood;
    private final List<String> objections = new ArrayList<>();

    OfficeLeaving(long office, boolean forGood) {
        this.office = office;
        this.forGood = forGood;
    }

    public long office() {
        return office;
    }

    /** It is to be deleted, not only closed: then nothing at all may refer to it. */
    public boolean forGood() {
        return forGood;
    }

    /** @param reason in Chinese, what is still there, such as 还有3个账号在用 */
    public void object(String reason) {
        objections.add(reason);
    }

    List<String> objections() {
        return List.copyOf(objections);
    }
}
