package org.guixue.sheet;

import java.util.List;

/** What came back filled by hand for a draft, to be looked at while it is typed. The room of scans answers. */
public interface WrittenByHand {
    List<Picture> of(long draft);

    /**
     * @param address where its picture is to be had; for the draft's owner
     * @param label which sheet it is, in Chinese
     */
    record Picture(String address, String label) {}
}
