package org.guixue.system;

import org.junit.jupiter.api.Test;

/** Each pair of acts that meets, at the same moment, on Derby. */
class TwoAtOnceIT extends SystemIT {
    @Test
    void bothAreAnsweredClearlyAndNothingIsLost() throws Exception {
        new Encounters(at("/")).allMeet();
        new OfficeEncounters(at("/")).allMeet();
    }
}
