package org.guixue.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * So many at a time, and so many of one sender; as many again of each wait a while, and whoever comes beyond that, or has
 * waited long enough, gets none. Safe for use by many threads.
 */
final class Turns {
    private final int most;
    private final int mostOfOne;
    private final Duration patience;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> present = new HashMap<>();
    private int allTaken;
    private int allPresent;

    Turns(int most, int mostOfOne, Duration patience) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.patience = patience;
    }

    /** Whether there is one; it is to be given back. */
    synchronized boolean take(String sender) {
        if (allPresent >= 2 * most || present.getOrDefault(sender, 0) >= 2 * mostOfOne) {
            return false;
        }
        allPresent++;
        present.merge(sender, 1, Integer::sum);
        boolean got = await(sender);
        if (got) {
            allTaken++;
            taken.merge(sender, 1, Integer::sum);
        } else {
            leave(sender);
        }
        return got;
    }

    synchronized void giveBack(String sender) {
        allTaken--;
        taken.computeIfPresent(sender, (who, count) -> count == 1 ? null : count - 1);
        leave(sender);
        notifyAll();
    }

    private void leave(String sender) {
        allPresent--;
        present.computeIfPresent(sender, (who, count) -> count == 1 ? null : count - 1);
    }

    private boolean await(String sender) {
        long end = System.nanoTime() + patience.toNanos();
        while (allTaken >= most || taken.getOrDefault(sender, 0) >= mostOfOne) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
