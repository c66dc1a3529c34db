package org.guixue.scan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for QR codes by two libraries, since each finds what the other misses: the quick way first, then the others, until a
 * code of ours is found. Foreign ones on the way are kept. For one thread.
 */
final class CodeReading {
    private final BoofReading boof = new BoofReading();
    private final List<Function<GrayPicture, List<FoundCode>>> ways =
            List.of(boof::read, ZxingReading::read, boof::readByNeighbours, boof::readSmoothed, boof::readDoubled);

    List<FoundCode> read(GrayPicture picture) {
        List<FoundCode> found = new ArrayList<>();
        for (Function<GrayPicture, List<FoundCode>> way : ways) {
            for (FoundCode code : way.apply(picture)) {
                if (found.stream().noneMatch(code::same)) {
                    found.add(code);
                }
            }
            if (found.stream().anyMatch(FoundCode::ours)) {
                break;
            }
        }
        return List.copyOf(found);
    }
}
