package org.guixue.person;

import java.util.List;
import org.guixue.access.Caller;

/** Which forms about a child a caller may fill in. The room of the sheet answers. */
public interface FormsForChildren {
    List<ChildForm> forChildren(Caller caller);

    /** @param form its id, such as {@code haikou/home-visit-record} */
    record ChildForm(String form, String title) {}
}
