package org.guixue.account;

import java.io.Serializable;

/**
 * A one-time password on its way to its owner, for one slip of paper. It is kept nowhere.
 *
 * @param position the role in words
 */
public record HandedOut(long account, String username, String name, String position, String office, String password)
        implements Serializable {
    /** Never shows the password where it might be logged. */
    @Override
    public String toString() {
        return "HandedOut[" + account + "]";
    }
}
