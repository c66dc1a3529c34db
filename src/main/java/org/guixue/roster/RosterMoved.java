package org.guixue.roster;

import org.guixue.Conflict;

/** Somebody changed the roster between judging the rows and writing them; nothing was written, and judging anew helps. */
class RosterMoved extends Conflict {
    RosterMoved() {
        super("名册在核对之后有变动，没有写入任何数据，请重新核对后再导入");
    }
}
