package org.guixue.page;

import java.io.IOException;
import java.io.InputStream;
import org.guixue.Refused;
import org.guixue.TooLarge;

/**
 * Takes one body in as it comes, up to its allowance and no slower than the pace: after ten seconds' grace 16 KB a second. A
 * connection that sends nothing at all is given up by the container after five (deploy/preboot.asadmin). For one body.
 */
final class Reception {
    private static final long GRACE_NANOS = 10_000_000_000L;
    private static final long SLOWEST_BYTES_A_SECOND = 16 << 10;

    private final Allowance allowance;
    private final long beganNanos = System.nanoTime();

    Reception(Allowance allowance) {
        this.allowance = allowance;
    }

    /** @throws Refused where it is too large, too slow or broken off, or where there is no space for it */
    void take(InputStream body, Spool spool) {
        byte[] buffer = new byte[1 << 14];
        for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
            if (spool.length() + count > allowance.bytes()) {
                throw new TooLarge(allowance.tooLarge());
            }
            spool.write(buffer, count);
            keepPace(spool.length());
        }
        spool.end();
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private void keepPace(long received) {
        long nanos = System.nanoTime() - beganNanos;
        if (nanos > GRACE_NANOS && received < (nanos - GRACE_NANOS) / 1_000_000_000L * SLOWEST_BYTES_A_SECOND) {
            throw new BrokenOff(null);
        }
    }
}
